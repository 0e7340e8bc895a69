"""A note is one line with a count, however often it is made."""

from __future__ import annotations

from grafo.notes import Notes


def test_the_same_sentence_is_counted_and_not_repeated() -> None:
    notes = Notes()
    for row in range(3, 13):
        notes.add("hidden rows left out", row=row)
    notes.add("a second sheet")
    assert [(n.text, n.count, n.rows) for n in notes.listed()] == [
        ("hidden rows left out", 10, [3, 4, 5, 6, 7]),
        ("a second sheet", 1, []),
    ]
    assert str(notes.listed()[0]) == "hidden rows left out: 10 (3, 4, 5, 6, 7 …)"
    assert str(notes.listed()[1]) == "a second sheet: 1"
