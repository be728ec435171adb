"""The goal by month, channel and person, as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.base.languages import Language
from workbench.base.texts import Text, context, text
from workbench.checks.wording import goal_period
from workbench.document.kpi import Period
from workbench.document.metric import Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem, Result
from workbench.planning.contributions import ChannelPart, PersonPart, by_channel, by_person
from workbench.planning.control import Control
from workbench.planning.decomposition import ByTime, Quarter, by_time, quarter_name, whole_parts
from workbench.planning.forecast import Forecast
from workbench.planning.goals import meets
from workbench.presenters.charts import MonthsPicture, Series, ShareRow, SharesPicture
from workbench.presenters.measures import NOTHING, shown_value, sign_of
from workbench.presenters.months.rows import cell_text
from workbench.presenters.plan.facts import Fact, Facts, Head
from workbench.presenters.plan.growth.picture import Parts
from workbench.presenters.scale import scale
from workbench.presenters.tones import Tone

# From here on numbers are written without decimals, so that rounding would show in the sum.
_WHOLE_FROM = 100
_PERIODS: dict[Period, Text] = {
    "day": context("quota", "a day"),
    "week": context("quota", "a week"),
    "month": text("a month"),
    "quarter": text("a quarter"),
    "year": text("a year"),
}


@dataclass(frozen=True)
class _Split:
    """A goal beside the forecast that it is taken apart by."""

    forecast: Forecast
    goal: Goal
    language: Language

    @property
    def project(self) -> Project:
        return self.forecast.project

    @property
    def metric(self) -> Metric:
        return self.project.metric(self.goal.metric)

    def say(self, words: Text) -> str:
        return self.language.say(words)

    def cell(self, value: Result) -> str:
        return cell_text(self.metric, value, self.project, self.language)

    def short(self, value: float) -> str:
        return shown_value(self.metric, value, self.project, self.language, compact=True)

    def series(self, name: Text, results: Sequence[Result]) -> Series:
        values = tuple(None if isinstance(one, Problem) else one for one in results)
        said = tuple(NOTHING if one is None else self.short(one) for one in values)
        return Series(self.say(name), values, said)

    def shown(self, key: Key, value: Result) -> str:
        return shown_value(self.project.metric(key), value, self.project, self.language)


def parts_of(forecast: Forecast, goal: Goal, language: Language) -> Parts:
    """The goal taken apart by the season, the channels and the people of a forecast."""
    split = _Split(forecast, goal, language)
    time = by_time(forecast, goal)
    value = split.shown(goal.metric, goal.value)
    title = text("{metric}: {value} {period}", metric=split.metric.name, value=value,
                 period=goal_period(goal))  # fmt: skip
    people = _people(split)
    note = text("No role of the staff answers for this metric or moves it.")
    return Parts(
        split.say(title),
        _time(split, time),
        _months(split, time),
        _time_note(split, time),
        *_channels(split),
        people,
        "" if people.rows else split.say(note),
    )


def _time(split: _Split, time: ByTime) -> Facts:
    say = split.say
    heads = (
        Head(say(text("Month")), left=True),
        Head(say(text("Goal"))),
        Head(say(text("Forecast"))),
        Head(say(text("Difference"))),
    )
    months = _whole(time.months)
    rows: list[tuple[Fact, ...]] = []
    for quarter in time.quarters:
        rows.append(_quarter(split, quarter, months))
        rows.extend(_month(split, at, months[at]) for at in quarter.months)
    return Facts(heads, tuple(rows))


def _whole(months: Sequence[Result]) -> Sequence[Result]:
    """Months in whole units where they are written so: what is shown adds up to the goal."""
    known = [one for one in months if not isinstance(one, Problem)]
    if len(known) < len(months) or min(map(abs, known), default=0.0) < _WHOLE_FROM:
        return months
    return [float(part) for part in whole_parts(known)]


def _quarter(split: _Split, quarter: Quarter, months: Sequence[Result]) -> tuple[Fact, ...]:
    name = split.say(quarter_name(quarter, split.project.calendar, split.language))
    planned = [split.forecast.values[split.goal.metric][at] for at in quarter.months]
    adds = split.metric.over_time == "sum"
    goal = _added([months[at] for at in quarter.months]) if adds else quarter.value
    reached = _added(planned) if adds else None
    return Fact(name, strong=True), *_numbers(split, goal, reached, strong=True)


def _added(results: Sequence[Result]) -> Result | None:
    numbers = [one for one in results if not isinstance(one, Problem)]
    return sum(numbers) if len(numbers) == len(results) else None


def _month(split: _Split, at: int, goal: Result) -> tuple[Fact, ...]:
    name = split.language.month(split.project.calendar.month(at))
    return Fact(f"   {name}", muted=True), *_numbers(
        split, goal, split.forecast.values[split.goal.metric][at]
    )


def _numbers(
    split: _Split, goal: Result | None, planned: Result | None, *, strong: bool = False
) -> tuple[Fact, ...]:
    """Goal, forecast and how far they are apart; nothing where there is nothing to compare."""
    if goal is None or isinstance(goal, Problem):
        return Fact(NOTHING), Fact(NOTHING), Fact(NOTHING)
    wanted = Fact(split.cell(goal), strong=strong)
    if planned is None:
        return wanted, Fact(), Fact()
    if isinstance(planned, Problem):
        return wanted, Fact(NOTHING, tip=split.say(planned.reason)), Fact(NOTHING)
    reached = Fact(split.cell(planned), strong=strong)
    if reached.text == wanted.text:
        return wanted, reached, Fact("=", "good", strong)
    gap = planned - goal
    tone: Tone = "good" if meets(split.metric, planned, goal) else "warn"
    words = sign_of(gap) + split.cell(abs(gap))
    return wanted, reached, Fact(words, tone, strong)


def _time_note(split: _Split, time: ByTime) -> str:
    first = time.months[0] if time.months else None
    if isinstance(first, Problem):
        return split.say(
            text("There is no season to follow: {reason}", reason=first.reason)
        )  # fmt: skip
    if split.metric.over_time != "sum":
        return split.say(text("This metric does not add up: the goal is the same in every month."))
    if time.even:
        return split.say(text("The forecast has no season to follow: the months are alike."))
    return split.say(text("The months follow the season of the forecast and add up to the goal."))


def _months(split: _Split, time: ByTime) -> MonthsPicture:
    """The goal of each month beside the forecast of it."""
    names = [split.language.month(month) for month in split.project.calendar.all_months]
    planned = split.forecast.values[split.goal.metric]
    goal, forecast = (
        split.series(text("Goal"), time.months),
        split.series(text("Forecast"), planned),
    )
    return MonthsPicture(
        tuple(name[:3] for name in names),
        tuple(names),
        scale((*goal.values, *forecast.values), split.short),
        (replace(goal, color="muted"), forecast),
    )


def _channels(split: _Split) -> tuple[SharesPicture, str]:
    parts = by_channel(split.forecast, split.goal)
    if not parts:
        return SharesPicture(), split.say(text("The project has no channels."))
    problems = [part.share for part in parts if isinstance(part.share, Problem)]
    if len(problems) == len(parts):
        return SharesPicture(), _sentence(split.say(problems[0].reason))
    note = text("What the plan would lose if nothing came in through the channel.")
    return SharesPicture(tuple(_channel(split, part) for part in parts)), split.say(note)


def _channel(split: _Split, part: ChannelPart) -> ShareRow:
    names = {channel.key: channel.name for channel in split.project.channels}
    name = names[part.channel] if part.channel else split.say(text("not through a channel"))
    if isinstance(part.share, Problem):
        return ShareRow(name, NOTHING, 0.0, tip=f"{name}: {split.say(part.share.reason)}")
    value = split.shown(split.goal.metric, part.value)
    words = f"{split.language.percent(part.share)} · {value}"
    return ShareRow(name, words, part.share, color="" if part.channel else "muted")


def _people(split: _Split) -> Facts:
    say = split.say
    heads = (
        Head(say(text("Role · people")), left=True),
        Head(say(text("One person brings")), left=True),
        Head(say(text("Value"))),
    )
    parts = by_person(split.forecast, split.goal, Control(split.forecast))
    return Facts(heads, tuple(row for part in parts for row in _person(split, part)))


def _person(split: _Split, part: PersonPart) -> list[tuple[Fact, ...]]:
    role = split.project.role(part.role)
    asked: list[tuple[Key, Result, Text]] = []
    if part.goal is not None:
        asked.append((split.goal.metric, part.goal, goal_period(split.goal)))
    asked += [(quota.metric, quota.value, _PERIODS[quota.period]) for quota in part.quotas]
    people = f"{role.name} · {split.language.number(part.people)}"
    first = Fact(people, color=role.color)
    rows: list[tuple[Fact, ...]] = []
    for at, (key, value, period) in enumerate(asked):
        shown = f"{split.shown(key, value)} {split.say(period)}"
        why = split.say(value.reason) if isinstance(value, Problem) else ""
        name = split.project.metric(key).name
        fact = Fact(NOTHING if why else shown, strong=key == split.goal.metric, tip=why)
        rows.append((Fact() if at else first, Fact(name), fact))
    return rows


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
