"""Whatever goes wrong is said in Spanish and in English, in the language chosen at the time."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import grafo
from grafo.errors import GrafoError
from grafo.language import Lang, set_language
from grafo.places import Decisions
from grafo.readers import Limits, Reading, read_rows
from grafo.settings import Settings
from grafo.store.failures import store_error, too_slow
from grafo.store.guard import check_read_only

PACKAGE = Path(grafo.__file__).parent
ERRORS = {"GrafoError"} | {each.__name__ for each in GrafoError.__subclasses__()}
# Places where a text need not be said in both languages, as "file: function", and why.
ALLOWED = {
    "grafo/questions/header.py: parse_question": "whoever adds a question reads CONTRIBUTING.md",
}
# Words, not Cypher's or Java's names in capitals, nor a single letter such as `-p`.
WORDS = re.compile(r"[^\W\d_A-Z]{2,}")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Sources:
    """All modules, parsed, to follow a text from the error back to where it is written."""

    modules: dict[str, ast.Module]
    _inside: dict[ast.AST, tuple[str, Function | None]] = field(default_factory=dict)
    _asked: set[tuple[ast.AST, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        for name, tree in self.modules.items():
            self._note(tree, name, None)

    def _note(self, node: ast.AST, module: str, function: Function | None) -> None:
        self._inside[node] = (module, function)
        for child in ast.iter_child_nodes(node):
            self._note(child, module, node if isinstance(node, Function) else function)

    def calls(self) -> Iterator[ast.Call]:
        """Yield every call."""
        return (node for node in self._inside if isinstance(node, ast.Call))

    def where(self, node: ast.AST) -> str:
        """Return "file: function"."""
        module, function = self._inside[node]
        return f"{module}: {function.name if function else '(import)'}"

    def unspoken(self) -> Iterator[ast.Call]:
        """Yield each construction of an error whose message or hint is in one language only."""
        for call in list(self.calls()):
            if called(call) in ERRORS:
                texts = [*call.args, *(k.value for k in call.keywords if k.arg == "hint")]
                if not all(map(self.spoken, texts)):
                    yield call

    def spoken(self, text: ast.expr | None) -> bool:  # noqa: PLR0911 - one for each kind of text
        """Say whether a text is in both languages, or is no text of ours: a name, a value."""
        match text:
            case None | ast.Attribute():  # what an attribute holds was made elsewhere
                return True
            case ast.Constant():
                return not (isinstance(text.value, str) and WORDS.search(text.value))
            case ast.JoinedStr():
                return all(self.spoken(v) for v in text.values if isinstance(v, ast.Constant))
            case ast.BinOp():
                return self.spoken(text.left) and self.spoken(text.right)
            case ast.IfExp():
                return self.spoken(text.body) and self.spoken(text.orelse)
            case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
                return all(map(self.spoken, parts))
            case ast.Dict():
                return all(map(self.spoken, text.values))
            case ast.Subscript() | ast.Starred():
                return self.spoken(text.value)
            case ast.ListComp() | ast.GeneratorExp():
                return self.spoken(text.elt)
            case ast.Call():
                return self._call_is_spoken(text)
            case ast.Name():
                return self._name_is_spoken(text)
        return False

    def _call_is_spoken(self, call: ast.Call) -> bool:
        if called(call) == "say":
            return len({ast.dump(text) for text in call.args}) == len(call.args)
        if isinstance(call.func, ast.Attribute):  # "…".join(…), TEXT.format(…)
            return self.spoken(call.func.value) and all(map(self.spoken, call.args))
        module, _ = self._inside[call]
        return all(
            self._once(node, function.name, node.value)
            for function in self._functions(called(call), module)
            for node in ast.walk(function)
            if isinstance(node, ast.Return) and self._inside[node][1] is function
        )

    def _name_is_spoken(self, name: ast.Name) -> bool:
        module, function = self._inside[name]
        if function is not None:
            parameters = [a.arg for a in (*function.args.args, *function.args.kwonlyargs)]
            given = list(assigned(function, name.id))
            if name.id in parameters:
                given += self._arguments(function, name.id, parameters)
            if given or name.id in parameters:
                return all(self._once(value, name.id, value) for value in given)
        own = list(top_level(self.modules[module], name.id))
        others = (value for tree in self.modules.values() for value in top_level(tree, name.id))
        return all(self._once(value, name.id, value) for value in own or others)

    def _once(self, node: ast.AST, name: str, text: ast.expr | None) -> bool:
        """Judge a text, unless it is being judged: a name can be made from itself."""
        if (node, name) in self._asked:
            return True
        self._asked.add((node, name))
        try:
            return self.spoken(text)
        finally:
            self._asked.discard((node, name))

    def _functions(self, name: str, module: str) -> Iterator[Function]:
        for node, (home, _) in self._inside.items():
            reaches = home == module or not name.startswith("_")
            if isinstance(node, Function) and node.name == name and reaches:
                yield node

    def _arguments(self, function: Function, name: str, parameters: list[str]) -> list[ast.expr]:
        """Return what all callers give for a parameter."""
        home, given = self._inside[function][0], []
        at = parameters.index(name) - (parameters[0] in ("self", "cls"))
        for call in self.calls():
            reaches = self._inside[call][0] == home or not function.name.startswith("_")
            if called(call) == function.name and reaches:
                given += call.args[at : at + 1] if at < len(function.args.args) else []
                given += [k.value for k in call.keywords if k.arg == name]
        return given


def called(call: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def assigned(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    """Yield what a name is given anywhere in a function."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield value
            case (
                ast.AugAssign(target=ast.Name(id=found), value=value)
                | ast.NamedExpr(target=ast.Name(id=found), value=value)
            ) if found == name:
                yield value
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value) if (
                found == name
            ):
                yield value


def top_level(tree: ast.Module, name: str) -> Iterator[ast.expr]:
    """Yield what a constant of a module is given."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            yield from assigned(statement, name)


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The whole package."""
    return Sources(
        {
            path.relative_to(PACKAGE.parent).as_posix(): ast.parse(path.read_text("utf-8"))
            for path in sorted(PACKAGE.rglob("*.py"))
        }
    )


def test_every_error_says_what_happened_and_what_to_do_in_both_languages(sources: Sources) -> None:
    found = {sources.where(call): call.lineno for call in sources.unspoken()}
    left = [f"{place}, line {line}" for place, line in found.items() if place not in ALLOWED]
    assert left == []
    assert set(ALLOWED) <= set(found), "allowed, and no longer needed"
    assert sum(called(call) in ERRORS for call in sources.calls()) > 150


def test_no_message_is_fixed_when_the_program_starts(sources: Sources) -> None:
    # The command line chooses the language before it defines its commands and their help.
    early = {sources.where(call) for call in sources.calls() if called(call) == "say"}
    assert [at for at in early if at.endswith("(import)") and "/cli/" not in at] == []


@pytest.mark.parametrize(
    "code",
    [
        "raise InputError('no rows')",
        "raise InputError(say('sin renglones', 'no rows'), hint='check the file')",
        "raise InputError(say('no rows', 'no rows'))",
        "raise InputError(f'no rows in {name}')",
        "raise InputError(say('sin renglones', 'no rows') + ' in the file')",
        "raise InputError('no {}'.format(name))",
        "raise InputError(TEXT)",
        "raise InputError(TEXTS['rows'])",
        "text = 'no rows'\n    raise InputError(text)",
        "text = say('sin renglones', 'no rows')\n    text += ', none'\n    raise InputError(text)",
        "raise InputError(say('sin', 'no') if name else 'no rows')",
        "raise InputError(told())",
        "raise made('no rows')",
        "return module.InputError('no rows')",
    ],
)
def test_an_error_in_one_language_is_found(code: str) -> None:
    assert list(parsed(code).unspoken())


@pytest.mark.parametrize(
    "code",
    [
        "raise InputError(say('sin renglones', 'no rows'))",
        "raise InputError(say('sin renglones', 'no rows'), at=Location('x'), hint=None)",
        "raise InputError(f'{name}: ' + say('sin renglones', 'no rows'))",
        "text = say('sin renglones', 'no rows')\n    raise InputError(text)",
        "raise InputError('; '.join(each.reason for each in name))",
        "raise made(say('sin renglones', 'no rows'))",
        "raise InputError(say('sin renglones', 'no rows'), hint='ALTER USER …')",
    ],
)
def test_an_error_in_both_languages_passes(code: str) -> None:
    assert not list(parsed(code).unspoken())


def parsed(code: str) -> Sources:
    """Return a module whose function holds `code`."""
    text = (
        "TEXT = 'no rows'\nTEXTS = {'rows': 'no rows'}\n"
        "def told():\n    return 'no rows'\n"
        "def made(what):\n    return InputError(what)\n"
        f"def function(name):\n    {code}\n"
    )
    return Sources({"module.py": ast.parse(text)})


def _broken_decision(folder: Path) -> object:
    (folder / "decisions.csv").write_text("name,decision\nX,???\n", encoding="utf-8")
    return Decisions.load(folder / "decisions.csv")


def _empty_register(folder: Path) -> object:
    (folder / "register.xlsx").write_bytes(b"")
    return list(read_rows(folder / "register.xlsx", Reading(), Limits()))


def _raise(error: GrafoError) -> object:
    raise error


@pytest.mark.parametrize(
    "fails",
    [
        _broken_decision,
        _empty_register,
        lambda _: _raise(store_error(ConnectionRefusedError("refused"), "neo4j://localhost")),
        lambda _: _raise(too_slow(5)),
        lambda _: Settings.from_environment({"NEO4J_URI": "neo4j://localhost"}),
        lambda _: Settings.from_environment({"GRAFO_HEAP": "lots"}),
        lambda _: check_read_only("CREATE (n)", "neo4j"),
        lambda _: check_read_only("MATCH (n) RETURN max(n.d).year", "embedded"),
        lambda _: check_read_only("RETURN 'x", "neo4j"),
    ],
)
def test_an_error_speaks_the_language_chosen_when_it_happens(
    fails: Callable[[Path], object], tmp_path: Path
) -> None:
    said = {language: _said(fails, tmp_path, language) for language in ("es", "en")}
    assert said["es"].message != said["en"].message
    assert (said["es"].hint is None) == (said["en"].hint is None)
    assert said["es"].hint != said["en"].hint or said["en"].hint is None


def _said(fails: Callable[[Path], object], folder: Path, language: Lang) -> GrafoError:
    set_language(language)
    with pytest.raises(GrafoError) as raised:
        fails(folder)
    return raised.value
