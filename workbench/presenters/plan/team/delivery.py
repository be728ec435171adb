"""The goal against the people: as planned, as they can deliver it, and who holds it back."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text, verbatim
from workbench.checks.wording import goal_period, listed
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.values import Problem
from workbench.planning.capacity import Delivery, Gap
from workbench.planning.forecast import Forecast
from workbench.planning.goals import progress
from workbench.planning.team_plan import TeamPlan
from workbench.presenters.measures import shown_value
from workbench.presenters.plan.team.hiring import Hiring
from workbench.presenters.plan.team.picture import DeliveryPicture, Fact, Note
from workbench.presenters.tones import Tone

_NEARLY, _ENOUGH = 0.95, 0.9995
_Said = tuple[Text, Tone]
_PLAIN: Tone = ""


def delivery_picture(
    team: TeamPlan, goal: Goal | None, found: Hiring, language: Language
) -> DeliveryPicture:
    """The goal, or the team alone where there is none, with the way to plan who is missing."""
    count = len(found.people)
    button = text("Plan the missing people")
    tip = joined(
        [
            text("{role}: {now} → {then}", role=role.name, now=role.people, then=found.people[key])
            for key, role in team.project.role_by_key.items()
            if key in found.people
        ],
        "\n",
    )
    return DeliveryPicture(
        _title(team, goal, language),
        tuple(_facts(team, goal, language)) if goal else (),
        tuple(
            Note(language.say(words), tone) for words, tone in _notes(team, goal, found, language)
        ),
        language.say(button) if count else "",
        language.say(tip) if count else "",
    )


def _title(team: TeamPlan, goal: Goal | None, language: Language) -> str:
    if goal is None:
        return ""
    metric = team.project.metric(goal.metric)
    if metric.over_time != "sum":
        return metric.name
    return language.say(text("{metric} {period}", metric=metric.name, period=goal_period(goal)))


def _facts(team: TeamPlan, goal: Goal, language: Language) -> Iterator[Fact]:
    say = language.say
    whole = progress(team.forecast, goal).forecast
    yield Fact(say(text("Planned")), _value(team.forecast, goal, language))
    if not team.now.limited:
        return
    for label, forecast in (
        (text("With the people there are"), team.now.forecast),
        (text("With the hires"), team.hired.forecast),
    ):
        part = progress(forecast, goal).forecast
        words, tone = _value(forecast, goal, language), _PLAIN
        if not isinstance(whole, Problem) and not isinstance(part, Problem) and whole:
            words = f"{words} · {language.percent(round(part / whole, 3))}"
            tone = _tone(part / whole)
        yield Fact(say(label), words, tone=tone)


def _tone(share: float) -> Tone:
    return "good" if share >= _ENOUGH else "warn" if share >= _NEARLY else "bad"


def _value(forecast: Forecast, goal: Goal, language: Language) -> str:
    metric = forecast.project.metric(goal.metric)
    value = progress(forecast, goal).forecast
    return shown_value(metric, value, forecast.project, language, compact=True)


def _notes(team: TeamPlan, goal: Goal | None, found: Hiring, language: Language) -> Iterator[_Said]:
    if not any(role.capacity for role in team.project.roles):
        yield _NO_CAPACITY, "warn"
        return
    yield from _unknown(team)
    if not team.now.limited:
        if any(_unknown(team)):
            return
        yield text("The people there are can do everything that is planned"), "good"
        return
    yield from _bottleneck(team.now, goal)
    for gap in _short(team.now):
        yield _undone(team, gap, language), ""
    if found.endless:
        yield endless_words(team.project, found), "warn"


def _unknown(team: TeamPlan) -> Iterator[_Said]:
    """Roles whose load has no number although they have a capacity."""
    for plan in team.plans:
        peak = plan.load.peak
        if plan.role.capacity and isinstance(peak, Problem):
            yield text("{role}: {reason}", role=plan.role.name, reason=peak.reason), "warn"


_NO_CAPACITY = text(
    "No role has a capacity: set how much one person handles in a month, and the plan is held "
    "against the people"
)


def endless_words(project: Project, found: Hiring) -> Text:
    """Which roles never have enough people, since new ones bring more of their own work."""
    names = listed(project.role(key).name for key in found.endless)
    return text("More people only make more work for: {roles}", roles=names)


def _bottleneck(delivery: Delivery, goal: Goal | None) -> Iterator[_Said]:
    project = delivery.planned.project
    key = delivery.bottleneck(goal.metric) if goal else None
    if goal is None:
        names = listed(project.role(one).name for one in delivery.limited)
        yield text("Too much work for: {roles}", roles=names), "warn"
    elif key is None:
        names = listed(project.role(one).name for one in delivery.limited)
        yield text("The goal is not held back, but there is too much work for: {roles}",
                   roles=names), "warn"  # fmt: skip
    else:
        yield text("The bottleneck is {role}", role=project.role(key).name), "bad"


def _short(delivery: Delivery) -> list[Gap]:
    """What is not done in full by the roles that have too much to do."""
    return [
        gap
        for gap in delivery.gaps
        if gap.role in delivery.limited and gap.share is not None and gap.share < _ENOUGH
    ]


def _undone(team: TeamPlan, gap: Gap, language: Language) -> Text:
    metric = team.project.metric(gap.metric)
    shown = (
        shown_value(metric, value, team.project, language)
        for value in (gap.deliverable, gap.planned)
    )
    done, planned = shown
    role: Key = gap.role or ""
    return text(
        "{role}: {done} of {planned} “{metric}” over the plan",
        role=verbatim(team.project.role(role).name), done=done, planned=planned,
        metric=metric.name,
    )  # fmt: skip
