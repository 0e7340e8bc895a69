"""CITATION.cff can be cited from, and says what the package says."""

from __future__ import annotations

import hashlib

import yaml

import grafo
from tests.project.tree import ROOT, pyproject

# The licence text as its steward publishes it.
_APACHE_2_SHA256 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"


def test_the_citation_has_what_the_format_requires() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert citation["type"] == "software"
    assert citation["message"]
    assert citation["title"]
    assert citation["authors"] == [{"name": "The grafo authors"}]


def test_citation_and_package_agree_on_version_and_licence() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = pyproject()["project"]
    assert citation["version"] == grafo.__version__
    assert citation["license"] == project["license"] == "Apache-2.0"


def test_the_licence_is_the_whole_licence() -> None:
    text = (ROOT / "LICENSE").read_bytes()
    assert hashlib.sha256(text).hexdigest() == _APACHE_2_SHA256
