"""The commands: everything the window computes, for batches and machines without a screen."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from workbench.base.texts import text
from workbench.cli import checking
from workbench.cli.credit import credit
from workbench.cli.diff import diff
from workbench.cli.drivers import drivers
from workbench.cli.endings import demand_another, with_ending
from workbench.cli.explain import explain
from workbench.cli.export import export
from workbench.cli.fill import fill
from workbench.cli.goal_parts import goal
from workbench.cli.growth import growth
from workbench.cli.import_actuals import import_actuals
from workbench.cli.options import AsJson, File, LangOption, Output
from workbench.cli.output import (
    new_table,
    tell_written,
    write_json,
    write_table,
)
from workbench.cli.pay import pay
from workbench.cli.risk import risk
from workbench.cli.solve import solve
from workbench.cli.speaker import about, speaking
from workbench.cli.streams import write
from workbench.cli.team import team
from workbench.cli.usage import WrongUsage, assigned, one_of

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Design a funnel and its KPIs; without a command the window opens.",
)


class View(StrEnum):
    """What can be drawn."""

    FUNNEL = "funnel"
    ROLES = "roles"
    PLAN = "plan"


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """Answer what is asked of the program itself."""
    if version:
        from workbench.storage.versions import program_version

        with speaking(None):
            write(f"kpi-workbench {program_version()}")
    elif context.invoked_subcommand is None:
        raise WrongUsage(text("a command is missing; --help shows them"))


@app.command("templates")
def list_templates(as_json: AsJson = False, lang: LangOption = None) -> None:
    """List the templates."""
    from workbench.storage.library import templates

    with speaking(lang) as speaker:
        found = templates(speaker.code)
        if as_json:
            write_json({"templates": [asdict(one) for one in found]})
            return
        heads = (text("Key"), text("Template"), text("Roles"), text("Metrics"))
        table = new_table(speaker, heads, numbers_from=2)
        for one in found:
            words = f"{one.name}\n{one.description}"
            table.add_row(one.key, words, str(one.roles), str(one.metrics), end_section=True)
        write_table(table, widest=100)


@app.command()
def new(
    template: Annotated[str, typer.Argument(help="The key of a template.")],
    output: Output,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Make a project from a template."""
    from workbench.storage.library import load_template
    from workbench.storage.project_file import completed, save

    with speaking(lang) as speaker:
        save(load_template(template, speaker.code), output)
        tell_written(completed(output), speaker, as_json)


@app.command()
def calc(
    file: File,
    scenario: Annotated[str, typer.Option(help="A scenario, by key or name.")] = "",
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="A number, a share as 80% or 0.8, or one a month: 1,2,…",
        ),
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Compute every metric in every month."""
    from workbench.cli.forecasts import forecast_tree, show_forecast, tell_problems
    from workbench.planning.assumptions import assumed
    from workbench.planning.forward import calculate
    from workbench.planning.naming import scenario_called

    pairs = [assigned("--set", assignment) for assignment in assignments or ()]
    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        chosen = scenario_called(project, scenario) if scenario else None
        forecast = calculate(project, assumed(project, chosen, pairs))
        if as_json:
            write_json(forecast_tree(forecast, speaker.language))
        else:
            show_forecast(forecast, speaker)
            tell_problems(forecast, file, speaker)


app.command()(solve)
app.command()(drivers)
app.command()(risk)
app.command()(explain)
app.command()(credit)
app.command()(team)
app.command()(checking.check)
app.command()(checking.mend)
app.command()(growth)
app.command()(goal)
app.command()(pay)
app.command()(export)
app.command()(import_actuals)
app.command()(diff)
app.command()(fill)


@app.command()
def render(
    file: File,
    output: Output,
    view: Annotated[
        View,
        typer.Option(
            help="What to draw.", metavar="[funnel|roles|plan]", parser=one_of("--view", View)
        ),
    ] = View.FUNNEL,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Draw a picture: PNG, SVG or PDF by the ending of the file."""
    output = with_ending(output, (".png", ".svg", ".pdf"))
    with speaking(lang) as speaker:
        demand_another(output, file)
        project = speaker.load(file)
        from workbench.ui.render import render as draw  # Qt, once there is something to draw

        draw(project, output, lang or project.language, view)
        tell_written(output, speaker, as_json)


@app.command("schema")
def print_schema(_as_json: AsJson = False, lang: LangOption = None) -> None:
    """Print the JSON Schema of the file format; it is JSON with and without --json."""
    from workbench.storage.schema import schema

    with speaking(lang):
        write_json(schema())
