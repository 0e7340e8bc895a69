"""The review file: what a person decided is kept, obeyed, and survives Excel."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grafo.errors import InputError
from grafo.places import (
    Decisions,
    Matcher,
    PlaceQuery,
    ReviewItem,
    explain,
    read_review,
    write_review,
)
from tests.places.conftest import Ask, answer

SPRINGFIELD = PlaceQuery("Springfield", "Estados Unidos")


def item(matcher: Matcher, query: PlaceQuery) -> ReviewItem:
    match = matcher.match(query)
    return ReviewItem(query, match.candidates, explain(match, "es"))


def decide(path: Path, decision: str, encoding: str = "utf-8-sig", delimiter: str = ",") -> None:
    """Write a decision into the file's first row, as someone with a spreadsheet does."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        header, first, *rest = csv.reader(stream)
    first[header.index("decision")] = decision
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([header, first, *rest])


def decided(matcher: Matcher, path: Path, query: PlaceQuery = SPRINGFIELD) -> str:
    return answer(Matcher(matcher.gazetteer, Decisions.load(path)).match(query))


@pytest.fixture
def review(matcher: Matcher, tmp_path: Path) -> Path:
    """A review file with one open name."""
    path = tmp_path / "decisions.csv"
    assert write_review(path, [item(matcher, SPRINGFIELD)]) == 1
    return path


def test_a_missing_file_holds_no_decisions(tmp_path: Path) -> None:
    assert Decisions.load(tmp_path / "none.csv").decided == {}


def test_an_undecided_name_stays_open(matcher: Matcher, review: Path) -> None:
    assert decided(matcher, review) == "ambiguous"
    (row,) = read_review(review)
    assert (row.name, row.country, row.decision) == ("Springfield", "Estados Unidos", "")
    assert row.candidates[0] == "gn-4409896 · Springfield, Missouri, US (170 188)"
    assert "namesakes" not in row.why
    assert row.why.startswith("«Springfield» no se puede decidir")


@pytest.mark.parametrize(
    "decision",
    ["2", "gn-4951788", "GN-4951788", "gn-4951788 · Springfield, Massachusetts, US (154 341)"],
)
def test_a_decision_wins_over_the_matcher(matcher: Matcher, review: Path, decision: str) -> None:
    decide(review, decision)
    assert decided(matcher, review) == "gn-4951788"
    match = Matcher(matcher.gazetteer, Decisions.load(review)).match(SPRINGFIELD)
    assert match.evidence[0] == "decision:gn-4951788"
    assert "decisions.csv, row 2" in match.evidence[1]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t")],
)
def test_the_file_is_read_however_a_spreadsheet_saved_it(
    matcher: Matcher, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = tmp_path / "decisions.csv"
    query = PlaceQuery("Benito Juárez", "México")
    write_review(path, [item(matcher, query)])
    decide(path, "mx-23005", encoding, delimiter)
    assert decided(matcher, path, query) == "mx-23005"
    write_review(path, [item(matcher, SPRINGFIELD)])
    assert [row.decision for row in read_review(path)] == ["mx-23005", ""]


def test_the_same_name_otherwise_spelled_is_the_same_decision(
    matcher: Matcher, review: Path
) -> None:
    decide(review, "2")
    same = PlaceQuery("SPRINGFIELD ", "EE.UU.")
    other = PlaceQuery("Springfield", "Estados Unidos", parent="Illinois")
    assert decided(matcher, review, same) == "gn-4951788"
    assert decided(matcher, review, other) == "gn-4250542"


def test_new_makes_a_government_of_its_own_and_skip_leaves_the_name_out(
    matcher: Matcher, review: Path
) -> None:
    decide(review, "nuevo")
    assert decided(matcher, review) == "slug-us-springfield"
    decide(review, "omitir")
    match = Matcher(matcher.gazetteer, Decisions.load(review)).match(SPRINGFIELD)
    assert (match.outcome, match.place, match.evidence[0]) == ("unknown", None, "decision:skip")


@pytest.mark.parametrize(
    "decision", ["99", "9", "Massachusetts", "the second one", "=1+1", "nuevo?"]
)
def test_a_decision_that_is_not_understood_says_where_it_stands(
    review: Path, decision: str
) -> None:
    decide(review, decision)
    with pytest.raises(InputError) as caught:
        Decisions.load(review)
    at = caught.value.at
    assert at is not None
    assert (at.file, at.row, at.column) == ("decisions.csv", 2, "decision")


def test_an_id_that_does_not_exist_says_where_it_stands(matcher: Matcher, review: Path) -> None:
    decide(review, "gn-1")
    with pytest.raises(InputError, match=r"decisions\.csv, row 2, column 'decision'"):
        decided(matcher, review)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a,b\n1,2\n", "row 1"),
        ("", "row 1"),
        ("name,decision\nX,new\nx,skip\n", "row 3"),
        ("version,name,decision\n7,X,new\n", "column 'version'"),
        ("name,level,decision\nX,galaxy,new\n", "column 'level'"),
        ("name,decision\nX,new,too,many\n", "row 2"),
        ('name,decision\n"X,new\n', "decisions.csv"),
        ("name,decision\n,new\n", "row 2"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, where: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        Decisions.load(path)
    assert where in str(caught.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"\x00\x01name,decision\x00\n")
    with pytest.raises(InputError, match="no text"):
        Decisions.load(path)


def test_writing_again_keeps_decisions_rows_and_columns_of_the_readers_own(
    matcher: Matcher, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "who;name;country;decision\nAna;Gone Place;MX;new\nLuis;Springfield;Estados Unidos;\n",
        encoding="utf-8",
    )
    query = PlaceQuery("Kansas City", "US")
    assert write_review(path, [item(matcher, SPRINGFIELD), item(matcher, query)]) == 2
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    assert [(row["who"], row["name"], row["decision"]) for row in rows] == [
        ("Ana", "Gone Place", "new"),
        ("Luis", "Springfield", ""),
        ("", "Kansas City", ""),
    ]
    assert rows[1]["candidate_1"].startswith("gn-")


def test_writing_the_same_names_twice_changes_nothing(matcher: Matcher, review: Path) -> None:
    before = review.read_bytes()
    write_review(review, [item(matcher, SPRINGFIELD)])
    assert review.read_bytes() == before


CELLS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20
)


@settings(max_examples=150)
@given(names=st.lists(CELLS.filter(str.strip), max_size=6), why=CELLS)
def test_no_name_is_lost_and_none_becomes_a_formula(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], why: str
) -> None:
    path = tmp_path_factory.mktemp("review") / "decisions.csv"
    write_review(path, [ReviewItem(PlaceQuery(name, "MX"), (), why) for name in names])
    first = path.read_bytes()
    write_review(path, [])
    assert path.read_bytes() == first
    written = {row.name for row in read_review(path)}
    assert written <= {name.strip() for name in names}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    for name in names:
        assert any(row.name == name.strip() for row in read_review(path)) or _folds_to(
            name, written
        )


def _folds_to(name: str, written: set[str]) -> bool:
    """Tell whether a name that folds to the same was written in this one's stead."""
    from grafo.text import fold

    return fold(name) in {fold(other) for other in written}


def test_decided_rows_of_a_file_are_all_obeyed(ask: Ask, matcher: Matcher, tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "version,name,country,parent,level,decision\n"
        "1,Benito Juárez,MX,,,mx-23005\n1,Springfield,Estados Unidos,,,gn-4250542\n",
        encoding="utf-8",
    )
    assert decided(matcher, path) == "gn-4250542"
    assert decided(matcher, path, PlaceQuery("benito juarez", "México")) == "mx-23005"
    assert ask("Benito Juárez", "MX").outcome == "ambiguous"
