"""The explorer inside a notebook: a frame that runs its page and can reach nothing around it."""

from __future__ import annotations

from dataclasses import dataclass

from grafo.language import say
from grafo.markup import attribute

# Scripts run and files can be saved; without `allow-same-origin` the page has an origin of its
# own, so neither the notebook nor its server is within reach, whatever the data hold.
SANDBOX = "allow-scripts allow-downloads"


@dataclass(frozen=True, slots=True)
class ExplorerFrame:
    """A page of a view, to be the last value of a cell.

    Attributes:
        page: the whole HTML page.
        height: of the frame, in CSS pixels.
    """

    page: str
    height: int = 720

    def _repr_html_(self) -> str:
        """Return the frame; Jupyter calls this."""
        title = attribute(say("Explorador de grafo", "Grafo's explorer"))
        return (
            f'<iframe title="{title}" sandbox="{SANDBOX}" width="100%" height="{int(self.height)}" '
            f'style="border: 1px solid #ccd2d8" srcdoc="{attribute(self.page)}"></iframe>'
        )

    def __repr__(self) -> str:
        """Return one line: the page itself would fill a terminal."""
        return f"ExplorerFrame({len(self.page):,} characters, height={self.height})"
