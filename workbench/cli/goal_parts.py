"""The command that takes a goal apart: by month, quarter, channel and person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.base.texts import text
from workbench.cli.goals import GoalOption, PeriodOption, goal_called
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import new_table, write_json, write_table
from workbench.cli.speaker import Speaker, about, speaking

if TYPE_CHECKING:
    from workbench.document.metric import Metric
    from workbench.document.plan import Goal
    from workbench.document.project import Project
    from workbench.formula.values import Result
    from workbench.planning.contributions import ChannelPart, PersonPart
    from workbench.planning.decomposition import ByTime
    from workbench.planning.forecast import Forecast


def goal(
    file: File,
    goal: GoalOption = "",
    period: PeriodOption = None,
    scenario: Annotated[str, typer.Option(help="A scenario, by key or name.")] = "",
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Take a goal apart by month, quarter, channel and person."""
    from workbench.planning.contributions import by_channel, by_person
    from workbench.planning.control import Control
    from workbench.planning.decomposition import by_time
    from workbench.planning.forward import calculate
    from workbench.planning.naming import scenario_called

    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        chosen = scenario_called(project, scenario) if scenario else None
        wanted = goal_called(project, goal, period)
        forecast = calculate(project, chosen)
        parts = by_time(forecast, wanted)
        channels = by_channel(forecast, wanted)
        people = by_person(forecast, wanted, Control(forecast))
        if as_json:
            write_json(_tree(forecast, wanted, parts, channels, people))
            return
        _show_time(forecast, wanted, parts, speaker)
        _show_channels(project, wanted, channels, speaker)
        _show_people(project, wanted, people, speaker)


def _tree(
    forecast: Forecast,
    goal: Goal,
    parts: ByTime,
    channels: tuple[ChannelPart, ...],
    people: tuple[PersonPart, ...],
) -> dict[str, Any]:
    calendar = forecast.project.calendar
    return {
        "goal": {"metric": goal.metric, "value": goal.value, "period": goal.period},
        "months": [
            {"month": month, "value": _value(value), "forecast": _value(planned)}
            for month, value, planned in zip(
                calendar.all_months, parts.months, forecast.values[goal.metric], strict=True
            )
        ],
        "quarters": [
            {
                "quarter": f"{one.year}-Q{one.number}",
                "months": [calendar.month(at) for at in one.months],
                "value": _value(one.value),
            }
            for one in parts.quarters
        ],
        "channels": [
            {"channel": one.channel, "share": _value(one.share), "value": _value(one.value)}
            for one in channels
        ],
        "people": [_person(one) for one in people],
    }


def _person(part: PersonPart) -> dict[str, Any]:
    return {
        "role": part.role,
        "people": part.people,
        "goal": None if part.goal is None else _value(part.goal),
        "quotas": [
            {"metric": one.metric, "period": one.period, "value": _value(one.value)}
            for one in part.quotas
        ],
    }


def _value(result: Result) -> float | None:
    return result if isinstance(result, int | float) else None


def _show_time(forecast: Forecast, goal: Goal, parts: ByTime, speaker: Speaker) -> None:
    from workbench.planning.decomposition import quarter_name

    project = forecast.project
    metric = project.metric(goal.metric)
    table = new_table(speaker, (text("Month"), text("Goal"), text("Forecast")), numbers_from=1)
    months = [speaker.language.month(month) for month in project.calendar.all_months]
    for name, value, planned in zip(
        months, parts.months, forecast.values[goal.metric], strict=True
    ):
        table.add_row(name, *(_shown(project, metric, one, speaker) for one in (value, planned)))
    write_table(table)
    table = new_table(speaker, (text("Quarter"), text("Goal")), numbers_from=1)
    for one in parts.quarters:
        name = speaker.say(quarter_name(one, project.calendar, speaker.language))
        table.add_row(name, _shown(project, metric, one.value, speaker))
    if parts.quarters:
        write_table(table)


def _show_channels(
    project: Project, goal: Goal, parts: tuple[ChannelPart, ...], speaker: Speaker
) -> None:
    names = {channel.key: channel.name for channel in project.channels}
    table = new_table(speaker, (text("Channel"), text("Share"), text("Goal")), numbers_from=1)
    for one in parts:
        name = names[one.channel] if one.channel else speaker.say(text("not through a channel"))
        share = _value(one.share)
        words = "—" if share is None else speaker.language.percent(share)
        value = _shown(project, project.metric(goal.metric), one.value, speaker)
        table.add_row(name, words, value)
    if parts:
        write_table(table)


def _show_people(
    project: Project, goal: Goal, parts: tuple[PersonPart, ...], speaker: Speaker
) -> None:
    from workbench.presenters.measures import PERIODS

    heads = (text("Role"), text("One person brings"), text("Value"), text("Period"))
    table = new_table(speaker, heads, numbers_from=2)
    whole = text("whole plan")
    for part in parts:
        name = project.role(part.role).name
        period = whole if goal.period == "plan" else PERIODS[goal.period]
        asked = [] if part.goal is None else [(goal.metric, part.goal, period)]
        asked += [(one.metric, one.value, PERIODS[one.period]) for one in part.quotas]
        for key, value, words in asked:
            metric = project.metric(key)
            shown = _shown(project, metric, value, speaker)
            table.add_row(name, metric.name, shown, speaker.say(words))
            name = ""
    if parts:
        write_table(table)


def _shown(project: Project, metric: Metric, value: Result, speaker: Speaker) -> str:
    from workbench.presenters.measures import shown_value

    return shown_value(metric, value, project, speaker.language)
