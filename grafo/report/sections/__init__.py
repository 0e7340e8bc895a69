"""The sections of the report, one file each; this is the order in which they are read."""

from __future__ import annotations

from grafo.report.sections.brief import brief
from grafo.report.sections.claims import claims
from grafo.report.sections.counterparts import counterparts
from grafo.report.sections.coverage import coverage
from grafo.report.sections.gaps import gaps
from grafo.report.sections.key_figures import key_figures
from grafo.report.sections.method import method
from grafo.report.sections.signatories import signatories
from grafo.report.sections.themes import themes
from grafo.report.sections.validity import validity
from grafo.report.sections.years import years

SECTIONS = (
    brief,
    key_figures,
    claims,
    signatories,
    counterparts,
    years,
    validity,
    themes,
    gaps,
    coverage,
    method,
)
