"""What an export keeps to, as SHACL shapes made from the model. No blank nodes here either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from grafo.exports.rdf.description import Description, Statement, concept_kind, labels, types
from grafo.exports.rdf.governments import OF_THE_PLACE
from grafo.exports.rdf.literals import boolean, integer, text
from grafo.exports.rdf.own_terms import class_of, datatype
from grafo.exports.rdf.representations import OF_THE_SEAT
from grafo.exports.rdf.terms import Terms
from grafo.exports.rdf.vocabulary import vocabulary
from grafo.model import Bilingual, Model, NodeType, load_model

_TITLE = Bilingual(
    es="Formas de los acuerdos entre gobiernos", en="Shapes of agreements between governments"
)
# What the model's properties become is not always a value of their own predicate.
_TOLD_OTHERWISE = {
    "Government": {*OF_THE_PLACE, "lat", "lon", "geonames_id", "wikidata"},
    "Representation": {*OF_THE_SEAT, "source_date"},
    "Country": {"region", "subregion", "region_es", "region_en", "subregion_es", "subregion_en"},
    "Theme": {"sdg"},
    "Source": {"publisher", "licence", "url"},
}
# Edges whose start in RDF is not the start of the edge, or not the thing itself.
_BACKWARDS = {"SIGNED"}
_OF_THE_PLACE = {"IN_COUNTRY"}
_PARTIAL_DATES = ("xsd:gYear", "xsd:gYearMonth", "xsd:date")


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds for the values of a predicate. `of` is a datatype, or a class of things."""

    predicate: str
    of: str | None = None
    things: bool = False
    pattern: str | None = None
    least: int = 0
    most: int | None = None
    partial_date: bool = False


def shapes(base_iri: str, model: Model | None = None) -> Iterator[Description]:
    """Yield the shapes as they are under a base.

    Raises:
        UsageError: the base is no absolute http(s) IRI that ends in `/` or `#`.
    """
    terms = Terms(base_iri)
    model = model or load_model()
    itself = NamedNode(f"{terms.base}shapes")
    yield Description.of(
        itself, [*types(terms, "owl:Ontology"), *labels(terms, _TITLE, "dct:title")]
    )
    yield from _date_shapes(terms)
    rules = {class_of(n): list(_rules(terms, model, n)) for n in _told(model)}
    rules |= dict(_other_rules())
    for target, found in rules.items():
        yield from _node_shape(terms, target, found)
    yield from _symmetry(terms)


def _told(model: Model) -> list[NodeType]:
    return [node for node in model.nodes.values() if not node.internal]


def _rules(terms: Terms, model: Model, node: NodeType) -> Iterator[Rule]:
    texts: dict[str, bool] = {}
    apart = _TOLD_OTHERWISE.get(node.name, set())
    for name, prop in node.properties.items():
        if prop.rdf is None or prop.internal or name in apart:
            continue
        least = int(prop.required)
        if prop.values is not None:
            inside = terms.mint(concept_kind(node.name, name), "x").value.removesuffix("x")
            yield Rule(prop.rdf, "skos:Concept", True, f"^{_literally(inside)}", least, 1)
        elif name == "name" or datatype(name, prop) == "rdf:langString":
            texts[prop.rdf] = texts.get(prop.rdf, False) or prop.required
        elif prop.rdf == "dct:identifier":
            if name == "id":
                yield Rule(prop.rdf, "xsd:string", least=1)
        else:
            is_date = prop.type == "date"
            several = prop.type in {"texts", "integers"} or prop.rdf == "skos:notation"
            most = None if several else 1
            yield Rule(prop.rdf, datatype(name, prop), False, None, least, most, is_date)
    for predicate, required in texts.items():
        yield Rule(predicate, "rdf:langString", least=int(required))
    yield from _edge_rules(model, node)


def _edge_rules(model: Model, node: NodeType) -> Iterator[Rule]:
    for edge in model.edges.values():
        ends = (edge.target, edge.source) if edge.name in _BACKWARDS else (edge.source, edge.target)
        if edge.rdf is None or node.name not in ends[0] or edge.name in _OF_THE_PLACE:
            continue
        given = vocabulary().properties.get(edge.rdf)
        of = class_of(model.node(ends[1][0]))
        yield Rule(edge.rdf, of, True, least=given.min if given else 0)


def _other_rules() -> Iterator[tuple[str, list[Rule]]]:
    """Yield what holds for the things that are no node of the graph, and for all governments."""
    name = Rule("skos:prefLabel", "rdf:langString", least=1)
    yield (
        "dct:Location",
        [
            Rule(
                "dcat:centroid", "geo:wktLiteral", most=1, pattern=r"^POINT\(-?[\d.]+ -?[\d.]+\)$"
            ),
            Rule("locn:geographicName", "rdf:langString"),
            Rule("schema:containedInPlace", things=True),
            Rule("grafo:population", "xsd:integer", most=1),
            Rule("grafo:areaKm2", "xsd:decimal", most=1),
        ],
    )
    yield (
        "m8g:PublicOrganisation",
        [name, Rule("dct:spatial", "dct:Location", True, least=1, most=1)],
    )
    yield "skos:Concept", [name, Rule("skos:inScheme", "skos:ConceptScheme", True, least=1)]
    yield "skos:ConceptScheme", [name, Rule("dct:title", "rdf:langString", least=1)]
    yield "org:OrganizationalUnit", [Rule("org:hasPrimarySite", "org:Site", True, least=1, most=1)]
    yield (
        "dcat:Dataset",
        [
            Rule("dct:title", "rdf:langString", least=1),
            Rule("dct:license", "dct:LicenseDocument", True, most=1),
            Rule("dct:publisher", "foaf:Agent", True, most=1),
            Rule("grafo:synthetic", "xsd:boolean", least=1, most=1),
        ],
    )


def _node_shape(terms: Terms, target: str, rules: list[Rule]) -> Iterator[Description]:
    """Yield a shape and its property shapes; two rules on one predicate become two shapes."""
    own = _shape(terms, target.replace(":", "-"))
    parts = [_shape(terms, f"{target}-{i}".replace(":", "-")) for i, _ in enumerate(rules, 1)]
    yield Description.of(
        own,
        [
            *types(terms, "sh:NodeShape"),
            (terms["sh:targetClass"], terms[target]),
            (terms["sh:nodeKind"], terms["sh:IRI"]),
            *((terms["sh:property"], part) for part in parts),
        ],
    )
    for part, rule in zip(parts, rules, strict=True):
        yield Description.of(part, _property_shape(terms, rule))


def _property_shape(terms: Terms, rule: Rule) -> Iterator[Statement]:
    yield from types(terms, "sh:PropertyShape")
    yield terms["sh:path"], terms[rule.predicate]
    yield terms["sh:nodeKind"], terms["sh:IRI" if rule.things else "sh:Literal"]
    if rule.of is not None:
        yield terms["sh:class" if rule.things else "sh:datatype"], terms[rule.of]
    if rule.of == "rdf:langString":
        yield terms["sh:uniqueLang"], boolean(True)
    if rule.partial_date:
        yield terms["sh:or"], _shape(terms, "dates-1")
    if rule.pattern is not None:
        yield terms["sh:pattern"], text(rule.pattern)
    if rule.least:
        yield terms["sh:minCount"], integer(rule.least)
    if rule.most is not None:
        yield terms["sh:maxCount"], integer(rule.most)


def _date_shapes(terms: Terms) -> Iterator[Description]:
    """Yield the list of what a date may be: a year, a month of a year, a day."""
    for i, short in enumerate(_PARTIAL_DATES, 1):
        is_last = i == len(_PARTIAL_DATES)
        one = _shape(terms, f"date-{i}")
        rest = terms["rdf:nil"] if is_last else _shape(terms, f"dates-{i + 1}")
        yield Description.of(one, [(terms["sh:datatype"], terms[short])])
        yield Description.of(
            _shape(terms, f"dates-{i}"), [(terms["rdf:first"], one), (terms["rdf:rest"], rest)]
        )


def _symmetry(terms: Terms) -> Iterator[Description]:
    """Yield the shapes that want who is named by a symmetric predicate to name someone too.

    That both name each other takes an inverse path, which SHACL only takes from a blank node.
    """
    for short, given in vocabulary().properties.items():
        if not given.symmetric:
            continue
        own, part = (_shape(terms, short.replace(":", "-") + end) for end in ("", "-1"))
        yield Description.of(
            own,
            [
                *types(terms, "sh:NodeShape"),
                (terms["sh:targetObjectsOf"], terms[short]),
                (terms["sh:property"], part),
            ],
        )
        rule = Rule(short, "grafo:Government", True, least=1)
        yield Description.of(part, _property_shape(terms, rule))


def _shape(terms: Terms, name: str) -> NamedNode:
    own = f"{terms.base}shapes" + ("/" if terms.base.endswith("#") else "#")
    return NamedNode(own + name)


def _literally(text_: str) -> str:
    """Return a text as a pattern that every engine of regular expressions reads alike."""
    return "".join(f"\\{sign}" if sign in r".*+?^${}()|[]\\" else sign for sign in text_)
