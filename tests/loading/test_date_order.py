"""A column of dates is read in one order, or not where that is in doubt; never half swapped."""

from __future__ import annotations

from pathlib import Path

from tests.loading.reading import TWO_SIDES, column, read


def test_a_column_with_the_month_first_is_read_so_as_a_whole(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", "07/09/2001", "2/6/1998", "02/13/1999", "1995", "s/f"))
    assert found.values("signed") == ["2001-07-09", "1998-02-06", "1999-02-13", "1995", None]
    assert any("month first" in note and note.endswith(": 3") for note in found.notes)


def test_a_column_with_the_day_first_needs_no_note(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", "07/09/2001", "25/12/1999"))
    assert found.values("signed") == ["2001-09-07", "1999-12-25"]
    assert not found.notes


def test_a_column_that_does_not_show_its_order_says_how_it_was_read(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", "07/09/2001", "05/05/1999"))
    assert found.values("signed") == ["2001-09-07", "1999-05-05"]
    assert ["none in the column" in note for note in found.notes] == [True]


def test_of_both_orders_only_what_is_beyond_doubt_is_read(tmp_path: Path) -> None:
    cells = ("13/02/1999", "02/13/1999", "07/09/2001", "05/05/2000", "1998", "3 May 2001")
    found = read(tmp_path, column("Firma", *cells))
    assert found.values("signed") == [
        "1999-02-13",
        "1999-02-13",
        "2000-05-05",
        "1998",
        "2001-05-03",
    ]
    assert ["day first and with the month first" in reason for reason in found.reasons] == [True]
    # The quarantine file has one row, whose column can no longer tell: it must be mended by hand.
    again = read(tmp_path, _kept(found.quarantine))
    assert again.values("signed") == []
    assert "yyyy-mm-dd" in again.reasons[0]
    mended = _kept(found.quarantine)
    text = mended.read_text(encoding="utf-8-sig").replace(
        "07/09/2001 (dd/mm? mm/dd?)", "2001-07-09"
    )
    mended.write_text(text, encoding="utf-8")
    assert read(tmp_path, mended).values("signed") == ["2001-07-09"]


def test_a_quarantined_row_keeps_the_order_of_its_column(tmp_path: Path) -> None:
    rows = column("Firma", "07/09/2001", "02/13/1999", "03/04/2005")
    rows[1][1] = ""
    found = read(tmp_path, rows)
    assert found.report.quarantined == 1
    mended = _kept(found.quarantine)
    text = mended.read_text(encoding="utf-8-sig")
    assert "2001-07-09" in text
    mended.write_text(text.replace(",Lyon 1,", "Puebla,Lyon 1,"), encoding="utf-8")
    assert read(tmp_path, mended).values("signed") == ["2001-07-09"]


def _kept(path: Path) -> Path:
    """Copy a quarantine file away from where the next reading writes its own."""
    copy = path.with_name("mended.csv")
    copy.write_bytes(path.read_bytes())
    return copy


def test_one_slip_does_not_put_a_long_column_in_doubt(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", *["25/03/1999"] * 30, "07/09/2001", "02/13/1999"))
    assert found.values("signed")[30:] == ["2001-09-07"]
    assert "does not exist" in found.reasons[0]


def test_a_column_beside_one_with_the_month_first_follows_it(tmp_path: Path) -> None:
    rows = column("Firma", "02/13/1999", "07/09/2001")
    rows[0].append("Término")
    rows[1].append("02/01/2009")
    rows[2].append("07/08/2011")
    assert read(tmp_path, rows).values("ends") == ["2009-02-01", "2011-07-08"]


def test_dots_and_slashes_are_told_apart(tmp_path: Path) -> None:
    found = read(tmp_path, column("Firma", "02/13/1999", "07/09/2001", "07.09.2001", "3. 4. 1990"))
    assert found.values("signed")[1:] == ["2001-07-09", "2001-09-07", "1990-04-03"]


def test_an_order_that_the_loader_gives_is_law(tmp_path: Path) -> None:
    loader = TWO_SIDES.replace("Firma, date: auto", "Firma, date: [dd/mm/yyyy]")
    found = read(tmp_path, column("Firma", "07/09/2001", "02/13/1999", "03/13/2001"), loader)
    assert found.values("signed") == ["2001-09-07"]
    assert found.report.quarantined == 2


def test_a_format_behind_auto_does_not_swap_what_auto_left_in_doubt(tmp_path: Path) -> None:
    loader = TWO_SIDES.replace("Firma, date: auto", "Firma, date: [auto, mm/dd/yyyy]")
    found = read(tmp_path, column("Firma", "07/09/2001", "02/13/1999", "13/02/1999"), loader)
    assert found.values("signed") == ["1999-02-13", "1999-02-13"]


def test_month_names_follow_the_language_of_their_column(tmp_path: Path) -> None:
    polish = read(tmp_path, column("Firma", "12 listopada 1998", "4 maja 1991", "1 lutego 2001"))
    assert polish.values("signed") == ["1998-11-12", "1991-05-04", "2001-02-01"]
    croatian = read(tmp_path, column("Firma", "12. listopada 1998.", "4. svibnja 1991."))
    assert croatian.values("signed") == ["1998-10-12", "1991-05-04"]
    alone = read(tmp_path, column("Firma", "12 listopada 1998", "1991"))
    assert "another month in another language" in alone.reasons[0]
