"""Formats register themselves, are found by name, and say in both languages what they are."""

from __future__ import annotations

import subprocess
import sys

import pytest

from grafo.errors import UsageError
from grafo.exports import exports, find_export

FILES = {
    "graphml": ".graphml",
    "graphml-network": ".graphml",
    "gexf": ".gexf",
    "gexf-network": ".gexf",
    "quickstatements": ".qs",
}
FOLDERS = ["csv", "neo4j-import", "parquet"]


def test_every_format_is_found() -> None:
    for name, suffix in FILES.items():
        form = find_export(name)
        assert (form.suffix, form.is_folder) == (suffix, False)
    for name in FOLDERS:
        assert find_export(name).is_folder


def test_formats_come_in_the_order_of_their_names() -> None:
    names = [form.name for form in exports()]
    assert names == sorted(names)
    assert {*FILES, *FOLDERS} <= set(names)


def test_every_format_says_what_it_is_in_both_languages() -> None:
    for form in exports():
        assert form.title.es and form.title.en and form.title.es != form.title.en


def test_an_unknown_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="graphml"):
        find_export("grafml")


def test_finding_the_formats_loads_no_heavy_library() -> None:
    # The driver of the store loads some where they are installed; that is not of our making.
    code = (
        "import sys, grafo.exports.source; before = set(sys.modules)\n"
        "from grafo.exports import exports; exports()\n"
        "heavy = {'pyarrow', 'networkx', 'pandas', 'lxml.etree', 'rdflib'}\n"
        "print(sorted((set(sys.modules) - before) & heavy))"
    )
    done = subprocess.run(  # noqa: S603  # the interpreter that runs the tests
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
