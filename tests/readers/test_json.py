"""JSON records become rows under one header with every key, or are refused with their place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grafo.readers import Limits, Reading
from tests.readers.outcomes import refused, rows


def written(path: Path, data: object) -> Path:
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def test_keys_are_united_in_the_order_they_are_first_seen(tmp_path: Path) -> None:
    path = written(tmp_path / "r.json", [{"b": 1, "a": "x"}, {"c": True, "a": None}])
    assert rows(path) == [
        (0, ("b", "a", "c")),
        (1, (1, "x", None)),
        (2, (None, None, True)),
    ]


def test_nested_objects_are_dotted_and_lists_are_joined(tmp_path: Path) -> None:
    record = {
        "home": {"name": "León", "at": {"lat": 21.1}},
        "themes": ["salud", None, "agua", 3],
        "parties": [{"name": "Cádiz"}],
        "none": [],
        "nothing": {},
        "year": 1983.0,
    }
    assert rows(written(tmp_path / "n.json", [record])) == [
        (0, ("home.name", "home.at.lat", "themes", "parties", "none", "nothing", "year")),
        (1, ("León", 21.1, "salud; agua; 3", '[{"name": "Cádiz"}]', None, None, 1983)),
    ]


def test_the_only_list_of_records_is_found_by_itself(tmp_path: Path) -> None:
    data = {"help": "x", "fields": ["a", "b"], "result": {"records": [{"a": 1}], "total": 1}}
    assert rows(written(tmp_path / "ckan.json", data)) == [(0, ("a",)), (1, (1,))]


def test_one_of_several_lists_is_named_by_its_path(tmp_path: Path) -> None:
    data = {"result": {"fields": [{"id": "a"}], "records": [{"a": 1}, {"a": 2}]}}
    path = written(tmp_path / "two.json", data)
    found = refused(path)
    assert "'result.records' (2)" in str(found.hint)
    assert rows(path, Reading(sheet="result.records"))[1:] == [(1, (1,)), (2, (2,))]
    assert "'result.fields'" in str(refused(path, Reading(sheet="result.x")).hint)


@pytest.mark.parametrize("data", [[], {}, {"a": 1}, [1, 2], {"a": [1, 2]}])
def test_a_file_without_records_says_so(tmp_path: Path, data: object) -> None:
    assert "no list of records" in refused(written(tmp_path / "x.json", data)).message


def test_jsonl_rows_are_lines(tmp_path: Path) -> None:
    path = written(tmp_path / "r.jsonl", '{"a": 1}\n\n{"b": {"c": 2}}\n')
    assert rows(path) == [(0, ("a", "b.c")), (1, (1, None)), (3, (None, 2))]


def test_jsonl_is_recognised_whatever_its_name(tmp_path: Path) -> None:
    path = written(tmp_path / "r.txt", '{"a": 1}\n{"a": 2}\n')
    assert rows(path)[1:] == [(1, (1,)), (2, (2,))]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('[\n{"a": 1},\n{"a": 2,}\n]', 3),
        ('[\n{"a": 1},\n{"a": tru}\n]', 3),
        ('[\n{"a": 1}\n{"a": 2}\n]', 3),
        ('[\n{"a": 1},\n{"a": "open\n]', 3),
        ('[\n{"a": 1},\n', 3),
        ('{"a": [{"b": 1}]}\n17', 2),
    ],
)
def test_invalid_json_names_its_line(tmp_path: Path, text: str, row: int) -> None:
    found = refused(written(tmp_path / "bad.json", text), Reading(format="json"))
    assert found.at is not None
    assert found.at.row == row


def test_an_invalid_line_of_jsonl_names_it(tmp_path: Path) -> None:
    found = refused(written(tmp_path / "bad.jsonl", '{"a": 1}\n{"a": \n'))
    assert found.at is not None
    assert found.at.row == 2
    other = refused(written(tmp_path / "list.jsonl", '{"a": 1}\n[1]\n'))
    assert "must be an object" in other.message


@pytest.mark.parametrize(
    "record", ['{"a": 1, "a": 2}', '{"b": {"a": 1, "a": 2}}', '{"b.a": 1, "b": {"a": 2}}']
)
def test_a_key_that_appears_twice_is_refused_with_its_record(tmp_path: Path, record: str) -> None:
    found = refused(written(tmp_path / "twice.json", f'[{{"x": 1}}, {record}]'))
    assert "twice" in found.message
    assert found.at is not None
    assert found.at.row == 2


def test_nan_is_blank_and_infinity_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "nan.json", '[{"a": NaN, "b": 1}]')
    assert rows(path)[1] == (1, (None, 1))
    for infinite in ("Infinity", "-Infinity", "1e999"):
        found = refused(written(tmp_path / "inf.json", f'[{{"a": {infinite}}}]'))
        assert found.at is not None
        assert (found.at.row, found.at.column) == (1, "a")


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": ' + "[" * 100_000 + "]" * 100_000 + "}]",
        "[" * 100_000,
        '{"a": ' * 100_000 + "1" + "}" * 100_000,
        '[{"a": ' + '{"b": ' * 60 + "1" + "}" * 60 + "}]",
        '[{"a": ' + "[" * 60 + "{}" + "]" * 60 + "}]",
    ],
)
def test_nesting_is_bounded(tmp_path: Path, text: str) -> None:
    assert "nested deeper" in refused(written(tmp_path / "deep.json", text)).message


def test_too_many_keys_and_too_long_records_name_their_row(tmp_path: Path) -> None:
    wide = [{"a": 1}, {f"k{number}": 1 for number in range(2_000)}]
    found = refused(written(tmp_path / "wide.json", wide))
    assert found.at is not None
    assert found.at.row == 2
    path = written(tmp_path / "long.json", [{"a": "x" * 300_000}])
    assert "one value runs over" in refused(path, limits=Limits(max_record_chars=100_000)).message
    lines = written(tmp_path / "long.jsonl", '{"a": "' + "x" * 300_000 + '"}\n')
    assert "the line runs over" in refused(lines, limits=Limits(max_record_chars=100_000)).message


def test_numbers_with_thousands_of_digits_are_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "n.json", '[{"a": ' + "9" * 10_000 + "}]")).at is not None


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
_PLAIN = st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), _TEXT)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    records=st.lists(
        st.dictionaries(st.sampled_from("abcd"), _PLAIN, min_size=1), min_size=1, max_size=40
    ).filter(lambda records: any(str(v).strip() for r in records for v in r.values())),
    indent=st.sampled_from([None, 1]),
    ascii_only=st.booleans(),
    padding=st.integers(0, 3),
)
def test_records_come_back_wherever_the_file_is_cut_into_pieces(
    tmp_path: Path,
    records: list[dict[str, object]],
    indent: int | None,
    ascii_only: bool,
    padding: int,
) -> None:
    # More than one piece of the file, so that values are cut where pieces meet.
    written_records = [*[{"z": "é" * 30_000}] * padding, *records]
    text = json.dumps(written_records, indent=indent, ensure_ascii=ascii_only)
    path = tmp_path / "r.json"
    path.write_text(text, encoding="utf-8")
    read = rows(path)
    found = {number: dict(zip(read[0][1], cells, strict=True)) for number, cells in read[1:]}
    for place, record in enumerate(written_records, 1):
        if any(value is not None and str(value).strip() for value in record.values()):
            assert {key: found[place][key] for key in record} == record
        else:
            assert place not in found
