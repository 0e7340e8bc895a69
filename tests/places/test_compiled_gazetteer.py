"""The gazetteer's file is compiled once, whole or not at all, and again when its sources change."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from grafo.bundled import bundled
from grafo.errors import InputError, UsageError
from grafo.places import Gazetteer, Matcher, PlaceQuery, compiling, entries
from grafo.places.entries import NameKind
from grafo.text import fold

OPEN = (
    "import sys; from pathlib import Path; from grafo.places import PlaceQuery, open_matcher\n"
    "match = open_matcher(Path(sys.argv[1])).match(PlaceQuery('Burdeos', 'Francia'))\n"
    "print(match.place.id)"
)


@pytest.mark.usefixtures("matcher")
def test_the_file_is_opened_quickly_once_it_is_there(cache_dir: Path) -> None:
    started = time.perf_counter()
    opened = Gazetteer.open(cache_dir)
    assert opened.place("mx-14039") is not None
    assert time.perf_counter() - started < 0.5
    opened.close()
    assert [path.suffix for path in cache_dir.iterdir()] == [".sqlite3"]


def test_it_holds_all_of_mexico_and_most_of_the_world(matcher: Matcher) -> None:
    for identity in ("mx-01", "mx-32", "mx-14039", "gn-2643743", "a1-us-ca", "us-county-12086"):
        assert matcher.gazetteer.place(identity) is not None
    assert len(matcher.gazetteer.countries) > 230
    assert matcher.gazetteer.place("nothing") is None


def test_each_spanish_name_of_our_table_finds_its_place(matcher: Matcher) -> None:
    rows = [row for _, row in entries.table("place_aliases.csv")]
    assert len(rows) > 150
    for row in rows:
        found = matcher.gazetteer.named(fold(row["alias"]), (row["country"],))
        assert row["id"] in {each.place.id for each in found}, row
        if row["note"].startswith("es:"):
            place = matcher.gazetteer.place(row["id"])
            assert place is not None
            assert place.name_es is not None


def test_no_government_has_two_ids(matcher: Matcher) -> None:
    rows = [row for _, row in entries.table("admin1.csv")]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        place = matcher.gazetteer.place(row["id"])
        assert place is not None, row
        assert place.country == row["country"], row


def test_codes_and_romanisations_are_no_names(matcher: Matcher) -> None:
    bordeaux = matcher.gazetteer.named("bordeaux", ("FR",))
    assert bordeaux[0].kind is NameKind.MAIN
    assert matcher.gazetteer.named("bod", ("FR",)) == []
    assert matcher.gazetteer.named("bo er duo", ("FR",)) == []


def copy_tables(folder: Path) -> None:
    """Copy the project's own tables into a folder where a test may change them."""
    for name in compiling.OWN_TABLES:
        (folder / name).write_bytes((bundled("data") / name).read_bytes())


def test_the_stamp_changes_with_a_table_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = compiling.stamp()
    copy_tables(tmp_path)
    monkeypatch.setattr(compiling, "bundled", lambda _: tmp_path)
    assert compiling.stamp() == before
    with (tmp_path / "place_aliases.csv").open("a", encoding="utf-8") as stream:
        stream.write("Mi Pueblo,MX,mx-14039,\n")
    assert compiling.stamp() != before


@pytest.mark.slow
def test_an_added_alias_is_known_and_the_old_file_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_tables(tmp_path)
    with (tmp_path / "place_aliases.csv").open("a", encoding="utf-8") as stream:
        stream.write("Mi Pueblo Querido,MX,mx-14039,en: My Dear Town\n")
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "places-0000.sqlite3").write_bytes(b"an older one")
    for module in (compiling, entries):
        monkeypatch.setattr(module, "bundled", lambda _: tmp_path)
    gazetteer = Gazetteer.open(cache)
    match = Matcher(gazetteer).match(PlaceQuery("Mi pueblo querido", "MX"))
    assert match.place is not None
    assert match.place.id == "mx-14039"
    assert [path.name for path in cache.iterdir()] == [f"places-{compiling.stamp()}.sqlite3"]
    gazetteer.close()


def test_a_wrong_row_of_ours_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "place_aliases.csv").write_text("alias,country,id,note\nX,MX\n", encoding="utf-8")
    monkeypatch.setattr(entries, "bundled", lambda _: tmp_path)
    with pytest.raises(InputError, match=r"place_aliases\.csv, row 2"):
        list(entries.table("place_aliases.csv"))


@pytest.mark.slow
def test_two_processes_may_compile_at_once(tmp_path: Path) -> None:
    both = [
        subprocess.Popen(  # noqa: S603 - this interpreter, a constant program
            [sys.executable, "-c", OPEN, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    assert [process.communicate()[0].strip() for process in both] == ["gn-3031582"] * 2
    assert [process.returncode for process in both] == [0, 0]
    assert [path.name for path in tmp_path.iterdir()] == [f"places-{compiling.stamp()}.sqlite3"]


@pytest.mark.slow
def test_a_damaged_file_is_compiled_again(tmp_path: Path) -> None:
    path = tmp_path / f"places-{compiling.stamp()}.sqlite3"
    path.write_bytes(b"not a database" * 1000)
    gazetteer = Gazetteer.open(tmp_path)
    assert gazetteer.place("mx-14039") is not None
    gazetteer.close()


def test_a_folder_that_cannot_be_written_is_said_with_what_to_do(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(UsageError, match="GRAFO_HOME"):
        Gazetteer.open(blocked / "cache")
