"""The model is one piece of data: sound, bilingual, and the only source of identifiers."""

from __future__ import annotations

import re

import pytest

from grafo.model import load_model
from grafo.store.constraints import statements


def test_every_type_and_property_is_named_in_both_languages() -> None:
    model = load_model()
    for kind in (*model.nodes.values(), *model.edges.values()):
        assert kind.label.es
        assert kind.label.en
        for prop in kind.properties.values():
            assert prop.about.es != prop.about.en
            for label in (prop.values or {}).values():
                assert label.es
                assert label.en


def test_every_node_has_a_required_key_and_its_constraint() -> None:
    model = load_model()
    cypher = "\n".join(statements(model))
    for name, node in model.nodes.items():
        assert node.properties["id"].required
        assert f"FOR (n:{name}) REQUIRE n.id IS UNIQUE" in cypher


def test_every_identifier_is_plain() -> None:
    model = load_model()
    for name, kind in [*model.nodes.items(), *model.edges.items()]:
        for identifier in (name, *kind.properties):
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", identifier)


@pytest.mark.parametrize(
    ("properties", "fault"),
    [
        ({"id": "x"}, "kind is missing"),
        ({"kind": "twining"}, "kind is 'twining'"),
        ({"signed": "2003-02-31"}, "signed is '2003-02-31'"),
        ({"signed": 2003}, "signed is int, not date"),
        ({"colour": "red"}, "colour is no property"),
    ],
)
def test_a_breach_of_the_model_is_named(properties: dict[str, object], fault: str) -> None:
    whole = {"id": "a", "kind": "twinning", "status": "unknown", "bond": "b"}
    tested = properties if fault.endswith("missing") else {**whole, **properties}
    assert any(found.startswith(fault) for found in load_model().faults("Agreement", tested))
    assert load_model().faults("Agreement", whole) == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**63, True, "5"])
def test_a_number_that_no_store_holds_is_a_fault(value: object) -> None:
    faults = load_model().faults(
        "Government",
        {"id": "a", "name": "A", "level": "city", "country": "MX", "population": value},
    )
    assert faults
