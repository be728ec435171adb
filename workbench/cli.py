"""The commands: everything the window computes, for batches and machines without a screen."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Code, Language, language
from workbench.base.texts import Text, text

if TYPE_CHECKING:
    from rich.table import Table

    from workbench.document.project import Project
    from workbench.planning.forecast import Forecast

BAD_INPUT = 3

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Design a funnel and its KPIs; without a command the window opens.",
)


class Lang(StrEnum):
    RU = "ru"
    EN = "en"


class View(StrEnum):
    FUNNEL = "funnel"


File = Annotated[Path, typer.Argument(metavar="FILE.kpi", help="The project.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write.")]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document and nothing else.")]
LangOption = Annotated[Lang | None, typer.Option("--lang", help="Language of sentences.")]


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        app(args=list(arguments), prog_name="kpi-workbench")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    if version:
        from workbench.storage.versions import program_version

        _out(f"kpi-workbench {program_version()}")
    elif context.invoked_subcommand is None:
        raise typer.BadParameter("a command is missing; --help shows them")


@app.command("templates")
def list_templates(as_json: AsJson = False, lang: LangOption = None) -> None:
    """List the templates."""
    from workbench.storage.library import templates

    with _speaking(lang) as speaker:
        found = templates(speaker.code)
        if as_json:
            _out_json(
                {
                    "templates": [
                        {
                            "key": one.key,
                            "name": one.name,
                            "description": one.description,
                            "roles": one.roles,
                            "metrics": one.metrics,
                        }
                        for one in found
                    ]
                }
            )
            return
        heads = (text("Key"), text("Template"), text("Roles"), text("Metrics"))
        table = _table(speaker, heads, numbers_from=2)
        for one in found:
            about = f"{one.name}\n{one.description}"
            table.add_row(one.key, about, str(one.roles), str(one.metrics), end_section=True)
        _out_table(table, widest=100)


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

    with _speaking(lang) as speaker:
        save(load_template(template, speaker.code), output)
        _out_written(completed(output), speaker, as_json)


@app.command()
def calc(
    file: File,
    scenario: Annotated[str, typer.Option(help="A scenario, by key or name.")] = "",
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="A number, or one a month: 1,2,…"),
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Compute every metric in every month."""
    from workbench.planning.assumptions import assumed, scenario_called
    from workbench.planning.forward import calculate

    pairs = [_split(assignment) for assignment in assignments or ()]
    with _speaking(lang) as speaker, _about(file):
        project = speaker.load(file)
        chosen = scenario_called(project, scenario) if scenario else None
        forecast = calculate(project, assumed(project, chosen, pairs))
        if as_json:
            _out_json(_forecast_tree(forecast, speaker.language))
        else:
            _show_forecast(forecast, speaker)


@app.command()
def export(
    file: File,
    output: Output,
    role: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Only the sheets of this role.")
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Write the workbook; its language is the project's unless --lang says otherwise."""
    from workbench.excel.export import export as export_workbook

    output = _with_ending(output, (".xlsx",))
    with _speaking(lang) as speaker:
        project = speaker.load(file)
        with _about(file):
            for key in role or ():
                project.role(key)
        with _progress(speaker) as progress:
            export_workbook(
                project,
                output,
                language(lang or project.language),
                roles=role,
                progress=progress,
            )
        _out_written(output, speaker, as_json)


@app.command()
def render(
    file: File,
    output: Output,
    view: Annotated[View, typer.Option(help="What to draw.")] = View.FUNNEL,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Draw a picture: PNG, SVG or PDF by the ending of the file."""
    output = _with_ending(output, (".png", ".svg", ".pdf"))
    with _speaking(lang) as speaker:
        project = speaker.load(file)
        from workbench.ui.render import render as draw

        draw(project, output, lang or project.language, view)
        _out_written(output, speaker, as_json)


@app.command("schema")
def print_schema(_as_json: AsJson = False) -> None:
    """Print the JSON Schema of the file format; it is JSON with and without --json."""
    from workbench.storage.schema import schema

    _out_json(schema())


class Speaker:
    """Says sentences in the language of the option, else the settings, the project, the system."""

    def __init__(self, lang: Lang | None) -> None:
        from workbench.storage.settings import load_settings

        chosen: Code | None = lang.value if lang else load_settings().language
        self._chosen = chosen
        self._project: Code | None = None

    @property
    def code(self) -> Code:
        return self._chosen or self._project or _system_code()

    @property
    def language(self) -> Language:
        return language(self.code)

    def say(self, words: Text) -> str:
        return self.language.say(words)

    def load(self, file: Path) -> Project:
        from workbench.storage.project_file import load

        project = load(file).project
        self._project = project.language
        return project


class BadInput(WorkbenchError):
    """Something in a file or on the command line that does not fit the project."""


@contextmanager
def _speaking(lang: Lang | None) -> Iterator[Speaker]:
    """The one place where what went wrong becomes a sentence and an exit code."""
    speaker = Speaker(lang)
    try:
        yield speaker
    except WorkbenchError as error:
        sys.stdout.flush()
        print(speaker.say(error.message), file=sys.stderr)  # noqa: T201
        raise typer.Exit(BAD_INPUT) from None


@contextmanager
def _about(file: Path) -> Iterator[None]:
    """Names the file in front of what was wrong with it."""
    from workbench.storage.bad_file import BadFile

    try:
        yield
    except BadFile:
        raise
    except WorkbenchError as error:
        reason = error.message
        raise BadInput(text("{name}: {reason}", name=file.name, reason=reason)) from None


def _split(assignment: str) -> tuple[str, str]:
    key, sign, value = assignment.partition("=")
    if not sign or not key.strip():
        raise typer.BadParameter(f"--set takes KEY=VALUE, not {assignment!r}")
    return key.strip(), value.strip()


def _with_ending(output: Path, endings: Sequence[str]) -> Path:
    """The output with its ending; with one ending to choose from, a bare name gets it."""
    if output.suffix.lower() in endings:
        return output
    if len(endings) == 1 and output.name and not output.suffix:
        return output.with_suffix(endings[0])
    raise typer.BadParameter(f"-o takes a file that ends in {', '.join(endings)}")


def _forecast_tree(forecast: Forecast, words: Language) -> dict[str, Any]:
    from workbench.planning.reasons import reason

    metrics: dict[str, dict[str, Any]] = {}
    for metric in forecast.project.metrics:
        entry: dict[str, Any] = {
            "name": metric.name,
            "unit": metric.unit,
            "values": [_number(result) for result in forecast.values[metric.key]],
            "total": _number(forecast.totals[metric.key]),
        }
        problem = reason(forecast, metric.key, words)
        if problem is not None:
            entry["problem"] = words.say(problem)
        metrics[metric.key] = entry
    return {"months": list(forecast.project.calendar.all_months), "metrics": metrics}


def _number(result: object) -> float | int | None:
    if not isinstance(result, int | float):
        return None
    return int(result) if float(result).is_integer() and abs(result) < 1e15 else result


def _show_forecast(forecast: Forecast, speaker: Speaker) -> None:
    """A table; on a narrow terminal the months go into several, one under another."""
    from workbench.planning.reasons import reason

    months = forecast.project.calendar.all_months
    size = max(1, (_width() - 50) // 14)
    for first in range(0, len(months), size):
        _out_table(_months_table(forecast, speaker, range(first, min(first + size, len(months)))))
    for metric in forecast.project.metrics:
        problem = reason(forecast, metric.key, speaker.language)
        if problem is not None:
            line = text("“{name}” has no value: {reason}", name=metric.name, reason=problem)
            _out(speaker.say(line))


def _months_table(forecast: Forecast, speaker: Speaker, months: range) -> Table:
    from workbench.presenters.measures import shown_value

    project, words = forecast.project, speaker.language
    is_last = months.stop == project.calendar.months
    names = [words.month(project.calendar.month(at)) for at in months]
    table = _table(speaker, (text("Metric"), *names, *[text("Total")] * is_last), numbers_from=1)
    for metric in project.metrics:
        results = [forecast.values[metric.key][at] for at in months]
        results += [forecast.totals[metric.key]] * is_last
        shown = (shown_value(metric, result, project, words) for result in results)
        table.add_row(metric.name, *shown)
    return table


def _table(speaker: Speaker, heads: Sequence[Text | str], numbers_from: int) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for at, head in enumerate(heads):
        justify: Literal["left", "right"] = "right" if at >= numbers_from else "left"
        words = head if isinstance(head, str) else speaker.say(head)
        table.add_column(words, justify=justify, no_wrap=at >= numbers_from)
    return table


def _width() -> int:
    """Columns of the terminal; a file or a pipe has no end."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000


def _out_table(table: Table, widest: int = 10_000) -> None:
    from rich.console import Console

    console = Console(width=min(_width(), widest), highlight=False, markup=False, emoji=False)
    with console.capture() as capture:
        console.print(table)
    _out("\n".join(line.rstrip() for line in capture.get().splitlines()))


def _out_written(output: Path, speaker: Speaker, as_json: bool) -> None:
    if as_json:
        _out_json({"file": str(output)})
    else:
        _out(speaker.say(text("Written: {file}", file=str(output))))


def _out_json(tree: object) -> None:
    _out(json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False))


def _out(words: str) -> None:
    """Write to standard output; a reader that went away, such as `head`, is no error."""
    try:
        print(words, flush=True)  # noqa: T201
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _progress(speaker: Speaker) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, if a person is looking; it is told how many steps of how many."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(speaker.say(text("Writing the workbook")))
        yield lambda done, steps: bar.update(task, completed=done, total=steps)


def _system_code() -> Code:
    name = locale.getlocale()[0] or os.environ.get("LANG", "")
    return "ru" if name.lower().startswith("ru") else "en"


def _speak_utf8(stream: object) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
