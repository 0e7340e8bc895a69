"""The report: findings, charts and tables on one page that can be handed on."""

from grafo.report.build import build_report
from grafo.report.content import Report
from grafo.report.write import format_of, rendered, write_report

__all__ = ["Report", "build_report", "format_of", "rendered", "write_report"]
