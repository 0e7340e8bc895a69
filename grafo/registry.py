"""Things that register themselves: one file each in a folder, or a third party's entry point."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import entry_points
from typing import Generic, TypeVar

from grafo.errors import GrafoError, UsageError, nearest
from grafo.language import say
from grafo.model import Bilingual

T = TypeVar("T")


class Registry(Generic[T]):
    """The items of one kind, by name.

    The modules of `package` are imported when the registry is first read, and with them they
    register; then the entry points of `group`, each of which names a function that registers
    (or a module, which registers as it is imported). `many` is what the items are called in a
    message: “the analyses”.
    """

    def __init__(self, package: str, group: str, many: Bilingual) -> None:
        self._package = package
        self._group = group
        self._many = many
        self._items: dict[str, T] = {}
        self._complete = False

    def add(self, name: str, item: T) -> None:
        """Register an item.

        Raises:
            GrafoError: another item has that name.
        """
        if name in self._items:
            raise GrafoError(
                say(
                    f"dos extensiones de {self._group} se llaman {name!r}",
                    f"two extensions of {self._group} are both named {name!r}",
                )
            )
        self._items[name] = item

    def names(self) -> list[str]:
        """Return the names of all items, sorted."""
        return sorted(self._complete_items())

    def find(self, name: str) -> T:
        """Return an item by its name.

        Raises:
            UsageError: there is none; the message gives the nearest names.
        """
        items = self._complete_items()
        if name in items:
            return items[name]
        raise UsageError(
            say(f"no hay «{name}» entre {self._many.es}", f"no {name!r} among {self._many.en}")
            + nearest(name, items),
            hint=say(f"Hay {', '.join(sorted(items))}.", f"There are {', '.join(sorted(items))}."),
        )

    def __iter__(self) -> Iterator[T]:
        items = self._complete_items()
        return iter([items[name] for name in sorted(items)])

    def _complete_items(self) -> dict[str, T]:
        if not self._complete:
            self._complete = True
            package = import_module(self._package)
            for module in pkgutil.iter_modules(package.__path__):
                import_module(f"{self._package}.{module.name}")
            for entry in entry_points(group=self._group):
                self._load(entry.name, entry.load)
        return self._items

    def _load(self, name: str, load: Callable[[], object]) -> None:
        try:
            found = load()
            if callable(found):
                found()
        except Exception as error:
            raise GrafoError(
                say(
                    f"la extensión {name!r} de {self._group} no se pudo cargar: {error}",
                    f"the extension {name!r} of {self._group} could not be loaded: {error}",
                ),
                hint=say("Actualícela o desinstálela.", "Update it or uninstall it."),
            ) from error
