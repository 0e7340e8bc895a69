"""`grafo analyze`: one subcommand for every analysis, extensions included."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

import grafo
from grafo.cli.app import app
from grafo.cli.console import note, out
from grafo.cli.notices import warn_of_limits
from grafo.cli.output import Format, write_json, write_rows
from grafo.errors import UsageError
from grafo.language import language, say
from grafo.questions import Parameter

if TYPE_CHECKING:
    from grafo.analysis import Analysis, Result, Table


class Analyses(TyperGroup):
    """The analyses as subcommands, made when asked for: numpy stays out of `grafo --help`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002  # as typer calls it
        """Return the names of all analyses."""
        from grafo.analysis import analyses

        return [analysis.name for analysis in analyses()]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # as typer calls it
        """Return the command of one analysis.

        Raises:
            UsageError: there is none; the message gives the nearest names.
        """
        from grafo.analysis import find_analysis

        analysis = find_analysis(cmd_name)
        single = typer.Typer(add_completion=False)
        single.command(cmd_name, help=analysis.title[language()])(_command(analysis))
        return typer.main.get_command(single)


analyze = typer.Typer(
    cls=Analyses,
    no_args_is_help=True,
    help=say(
        "Analiza la red: concentradores, comunidades, vacíos, cobertura, contrapartes.",
        "Analyse the network: hubs, communities, gaps, coverage, partners.",
    ),
)
app.add_typer(analyze, name="analyze")


@analyze.callback()
def _group() -> None:
    """Make it a group although no command is known yet."""


def _command(analysis: Analysis) -> Callable[..., None]:
    """Return the function of one analysis, with a signature that typer reads its options from."""
    name, params, argument = analysis.name, analysis.params, analysis.argument

    def run(**given: Any) -> None:
        form, table = given.pop("form"), given.pop("table")
        engine, write = given.pop("engine", "local"), given.pop("write", False)
        with grafo.open() as graph:
            warn_of_limits(graph)
            result = graph.analyze(name, engine=engine, write=write, **given)
        _print(result, form, table)
        if write:
            note(
                say(
                    f"Escrito en los nodos: {', '.join(result.measures)}.",
                    f"Written to the nodes: {', '.join(result.measures)}.",
                )
            )

    options = [_option(key, value, key == argument) for key, value in params.items()]
    options.sort(key=lambda option: option.name != argument)
    options += _COMMON
    if "compute" in inspect.signature(analysis.run).parameters:
        options += _OF_MEASURES
    run.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]  # typer reads it, mypy does not know it
    run.__annotations__ = {option.name: option.annotation for option in options}
    return run


def _option(name: str, parameter: Parameter, positional: bool) -> inspect.Parameter:
    """Values are taken as text: the binding of parameters checks them, in both languages."""
    about = parameter.about[language()]
    if parameter.values:
        about += f" [{'|'.join(map(str, parameter.values))}]"
    if parameter.default not in (None, "", False):
        about += say(f" (si no se da: {parameter.default})", f" (default: {parameter.default})")
    kind: Any = bool if parameter.type == "boolean" else str | None
    default = False if parameter.type == "boolean" else None
    info: Any
    if positional:
        info = typer.Argument(help=about, metavar=name.upper(), show_default=False)
    elif parameter.type == "boolean":
        info = typer.Option(f"--{name.replace('_', '-')}", help=about, show_default=False)
    else:
        flag = f"--{name.replace('_', '-')}"
        info = typer.Option(flag, help=about, metavar=parameter.type.upper(), show_default=False)
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, info]
    )


def _common(name: str, kind: Any, default: Any, *flags: str, about: str) -> inspect.Parameter:
    annotation = Annotated[kind, typer.Option(*flags, help=about)]
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


_COMMON = (
    _common(
        "form",
        Literal["table", "json", "csv"],
        "table",
        "--format",
        about=say("Forma de la salida.", "Form of the output."),
    ),
    _common(
        "table",
        str | None,
        None,
        "--table",
        about=say(
            "Sólo esta tabla (en CSV, la primera si no se da).",
            "Only this table (in CSV, the first one by default).",
        ),
    ),
)
# Of those that compute measures, which the graph can keep and another engine can give.
_OF_MEASURES = (
    _common(
        "engine",
        Literal["local", "gds"],
        "local",
        "--engine",
        about=say(
            "Dónde se calcula: aquí, o en Graph Data Science de Neo4j.",
            "Where it is computed: here, or in Neo4j's Graph Data Science.",
        ),
    ),
    _common(
        "write",
        bool,
        False,
        "--write",
        about=say(
            "Guarda las medidas en los nodos, para usarlas en Cypher.",
            "Store the measures on the nodes, for use in Cypher.",
        ),
    ),
)


def _print(result: Result, form: Format, only: str | None) -> None:
    tables = list(result.tables)
    if only is not None:
        tables = [table for table in tables if table.name == only]
        if not tables:
            names = ", ".join(table.name for table in result.tables) or say("ninguna", "none")
            raise UsageError(
                say(
                    f"{result.name} no tiene una tabla {only!r}; tiene: {names}",
                    f"{result.name} has no table {only!r}; it has: {names}",
                )
            )
    if form == "json":
        write_json(
            {
                "analysis": result.name,
                "findings": {key: [f[key] for f in result.findings] for key in ("es", "en")},
                "tables": {table.name: table.records() for table in tables},
                "notes": {key: [n[key] for n in result.notes] for key in ("es", "en")},
            }
        )
        return
    if form == "csv":
        for table in tables[:1]:
            write_rows(list(table.columns), table.rows, form)
        return
    _print_for_a_person(result, tables)


def _print_for_a_person(result: Result, tables: list[Table]) -> None:
    lang = language()
    out.print(result.title[lang], style="bold")
    for finding in result.findings:
        out.print(f"• {finding[lang]}")
    for table in tables:
        out.print("")
        if not table.rows:
            out.print(f"{table.title[lang]}: {say('ningún renglón.', 'no rows.')}")
            continue
        headings = {name: meaning[lang] for name, meaning in table.columns.items()}
        title = table.title[lang]
        write_rows(list(table.columns), table.rows, "table", title=title, headings=headings)
        if table.denominator:
            out.print(say("Denominador: ", "Denominator: ") + table.denominator[lang], style="dim")
    if result.notes:
        out.print("")
    for remark in result.notes:
        out.print(f"– {remark[lang]}", style="dim")
