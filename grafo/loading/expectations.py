"""What a loader file expects of a sound file, held against one that was read."""

from __future__ import annotations

from grafo.errors import InputError, Location
from grafo.language import say
from grafo.loading.loader_file import LoaderFile
from grafo.loading.prepare import Prepared
from grafo.loading.report import RunReport

# Past half of the rows it is not the rows that are wrong but the file or its loader.
_BROKEN_SHARE = 0.5


def check_expectations(loader: LoaderFile, prepared: Prepared) -> None:
    """Compare what was read with what the loader expects of a sound file.

    Raises:
        InputError: an expectation is broken; nothing has been written.
    """
    report = prepared.report
    if report.read == 0:
        raise InputError(
            say("tiene encabezados y ningún renglón", "holds a header and no rows"),
            at=Location(report.file),
        )
    # An amendment holds only some rows, so their number says nothing about it.
    if not prepared.is_amendment:
        _check_rows(loader, report)
    _check_broken(report)
    _check_unmatched(loader, prepared)
    report.contract_kept = report.broken <= report.read * loader.expect.quarantined.max


def _check_rows(loader: LoaderFile, report: RunReport) -> None:
    low, high = loader.expect.rows.min, loader.expect.rows.max
    if (low is not None and report.read < low) or (high is not None and report.read > high):
        raise InputError(
            say(
                f"tiene {report.read} renglones; el cargador {loader.name!r} espera "
                f"de {low or 0} a {high if high is not None else 'cualquier número'}",
                f"has {report.read} rows; the loader {loader.name!r} expects "
                f"{low or 0} to {high if high is not None else 'any number'}",
            ),
            at=Location(report.file),
            hint=say(
                "Revise que el archivo esté completo, o cambie expect.rows en el cargador.",
                "Check that the file is whole, or change expect.rows in the loader file.",
            ),
        )


def _check_broken(report: RunReport) -> None:
    if report.broken > report.read * _BROKEN_SHARE:
        first = next(p for p in report.problems if p.kind == "broken")
        raise InputError(
            say(
                f"{report.broken} de {report.read} renglones no cumplen el contrato, el primero en "
                f"el renglón {first.where}, columna {first.column!r}: {first.reason}",
                f"{report.broken} of {report.read} rows break the contract, the first on row "
                f"{first.where}, column {first.column!r}: {first.reason}",
            ),
            at=Location(report.file),
            hint=say(
                "No se cargó nada: no es el archivo que el cargador espera. ",
                "Nothing was loaded: this is not the file that the loader expects. ",
            )
            + _saved_in(report),
        )


def _saved_in(report: RunReport) -> str:
    if not (saved := report.quarantine_file):
        return ""
    return say(f"Los renglones están en {saved}", f"The rows are in {saved}")


def _check_unmatched(loader: LoaderFile, prepared: Prepared) -> None:
    report, expect = prepared.report, loader.expect
    if expect.unmatched and report.unmatched > prepared.parties * expect.unmatched.max:
        raise InputError(
            say(
                f"{report.unmatched} de {prepared.parties} partes no están en ningún catálogo; el "
                f"cargador {loader.name!r} admite {expect.unmatched.max:.0%}",
                f"{report.unmatched} of {prepared.parties} parties are in no gazetteer; the loader "
                f"{loader.name!r} accepts {expect.unmatched.max:.0%}",
            ),
            at=Location(report.file),
            hint=say(
                "Revise las columnas de parte y de país, o suba expect.unmatched.max.",
                "Check the columns of party and country, or raise expect.unmatched.max.",
            ),
        )
