"""data/README.md: every table is described, with its licence and its true number of rows."""

from __future__ import annotations

import csv
import re

from tests.data.shipped import DATA

README = (DATA / "README.md").read_text(encoding="utf-8")


def test_every_table_is_described() -> None:
    for table in DATA.glob("*.csv"):
        assert table.name in README, table.name


def test_the_rows_it_counts_are_the_rows_there_are() -> None:
    counted = re.findall(r"^\| \[(\w+\.csv)\]\([^)]*\) \| ([\d,]+) \|", README, re.MULTILINE)
    assert len(counted) == 14
    for name, number in counted:
        with (DATA / name).open(encoding="utf-8", newline="") as stream:
            lines = sum(1 for _ in csv.reader(stream))
        above = 2 if name == "register_synthetic.csv" else 1
        assert lines - above == int(number.replace(",", "")), name


def test_every_column_of_the_larger_tables_is_explained() -> None:
    for name in ("countries.csv", "country_names.csv", "historic_states.csv", "organizations.csv",
                 "governments_mx.csv", "representations_mx.csv",
                 "twinnings_mx.csv", "wikidata_items.csv", "admin2.csv"):  # fmt: skip
        start = README.index(f"\n## {name}")
        section = README[start : README.index("\n## ", start + 4)]
        with (DATA / name).open(encoding="utf-8", newline="") as stream:
            for column in next(csv.reader(stream)):
                assert re.search(rf"^\|[^|]*\b{column}\b[^|]*\|", section, re.MULTILINE), column


def test_licences_that_ask_for_their_text_have_it() -> None:
    named = set(re.findall(r"LICENSES/([\w.-]+)\)", README))
    assert named == {path.name for path in (DATA / "LICENSES").iterdir()}


def test_share_alike_is_said_where_it_binds() -> None:
    start = README.index("## twinnings_mx.csv")
    assert "CC BY-SA 4.0" in README[start : README.index("\n## ", start + 4)]
