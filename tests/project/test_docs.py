"""The docs say what the code does: generated pages are fresh, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.project.tree import ROOT, files

_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def test_the_generated_pages_are_fresh() -> None:
    done = subprocess.run(  # the interpreter that runs the tests
        [sys.executable, "scripts/build_docs.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"run `make docs`: {done.stdout}{done.stderr}"


def test_every_link_between_our_pages_leads_somewhere() -> None:
    pages = [name for name in files() if name.endswith(".md")]
    assert "README.md" in pages
    for page in pages:
        for target in _LINK.findall((ROOT / page).read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                there = (ROOT / page).parent / target
                assert there.exists(), f"{page} links to {target}"


def test_the_page_on_the_model_names_every_type_and_property() -> None:
    from grafo.model import load_model

    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    model = load_model()
    for name, kind in [*model.nodes.items(), *model.edges.items()]:
        assert f"### {name}" in page
        for prop in kind.properties:
            assert f"| `{prop}`" in page
