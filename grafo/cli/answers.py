"""Answers of the store, written for a person or a program."""

from __future__ import annotations

import csv
from pathlib import Path

from grafo.cli.console import note, out
from grafo.cli.output import Format, csv_cell, write_rows
from grafo.files import atomic_write
from grafo.formulas import guard
from grafo.language import language, say
from grafo.questions import Question
from grafo.store import Answer


def print_answer(
    answer: Answer,
    form: Format = "table",
    *,
    question: Question | None = None,
    title: str | None = None,
) -> None:
    """Write an answer to stdout, and say on stderr when it was cut or is empty."""
    lang = language()
    headings = {n: meaning[lang] for n, meaning in question.columns.items()} if question else {}
    if form == "table" and not answer.rows:
        out.print(title or "", style="bold")
        out.print(say("Ningún renglón.", "No rows."))
        return
    write_rows(answer.columns, answer.rows, form, title=title, headings=headings)
    if answer.cut:
        note(
            say(
                f"Respuesta cortada: hay más de {len(answer.rows):,} renglones.",
                f"The answer was cut: there are more than {len(answer.rows):,} rows.",
            ),
            style="yellow",
        )


def write_answer(path: Path, answer: Answer) -> None:
    """Write an answer as a CSV that a spreadsheet opens as it is, formulas made harmless."""
    with atomic_write(path, newline="") as stream:
        stream.write("\ufeff")  # without this mark Excel takes UTF-8 for Windows-1252
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([guard(column) for column in answer.columns])
        writer.writerows([[csv_cell(value) for value in row] for row in answer.rows])
