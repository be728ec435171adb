"""What one unit of each stage costs, and what a customer costs and brings."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.languages import Language
from workbench.base.texts import Text, joined, text, verbatim
from workbench.formula.values import Problem, Result
from workbench.planning.team_plan import TeamPlan
from workbench.planning.unit_costs import StageCost
from workbench.presenters.measures import NOTHING, amount
from workbench.presenters.plan.team.picture import EconomicsPicture, Fact, Note
from workbench.presenters.tones import Tone

# Cost is judged against lifetime value: a third of it is the usual rule.
_USUAL = 3.0


def economics_picture(team: TeamPlan, language: Language) -> EconomicsPicture:
    """The units of the funnel in its order, and the customer at its end."""
    return EconomicsPicture(
        tuple(_stage(team, stage, language) for stage in team.stages),
        tuple(_customer(team, language)),
        tuple(Note(language.say(words)) for words in _notes(team)),
    )


def _stage(team: TeamPlan, stage: StageCost, language: Language) -> Fact:
    project = team.project
    names = [verbatim(project.role(role).name) for role in stage.roles]
    names += [verbatim(project.metric(key).name) for key in stage.spending]
    tip = text("What goes into it: {parts}", parts=joined(names))
    if isinstance(stage.cost, Problem):
        tip = stage.cost.reason
    name = project.metric(stage.metric).name
    return Fact(name, _money(team, stage.cost, language), language.say(tip))


def _customer(team: TeamPlan, language: Language) -> Iterator[Fact]:
    life, say = team.life, language.say
    if life.customers is None:
        return
    value, cost, payback = life.value, life.cost, life.payback
    yield Fact(say(text("New customer costs")), _money(team, cost, language), _why(cost, language))
    worth = text("Revenue of one customer as long as they stay, without margin taken off")
    yield Fact(
        say(text("Lifetime value")), _money(team, value, language),
        _why(value, language) or say(worth),
    )  # fmt: skip
    if not isinstance(value, Problem) and not isinstance(cost, Problem) and cost > 0:
        times = value / cost
        rule = text("Three times the cost and more is the usual rule")
        shown = text("{times}×", times=round(times, 1))
        yield Fact(say(text("Value by cost")), say(shown), say(rule), _tone(times))
    words = NOTHING if isinstance(payback, Problem) else say(_months(payback))
    yield Fact(say(text("Payback")), words, _why(payback, language))
    if not isinstance(life.churn, Problem):
        yield Fact(say(text("Customers leave in a month")), language.percent(life.churn))


def _notes(team: TeamPlan) -> Iterator[Text]:
    life = team.life
    if not team.stages:
        yield text("No role answers for a stage yet, and nothing is spent: units have no cost")
    if isinstance(life.value, Problem):
        yield text("No lifetime value: {reason}", reason=life.value.reason)
    elif isinstance(life.payback, Problem):
        yield text("No payback: {reason}", reason=life.payback.reason)


def _tone(times: float) -> Tone:
    return "good" if times >= _USUAL else "warn" if times >= 1 else "bad"


def _months(payback: float) -> Text:
    if payback == 0:
        return text("at once, with the first deal")
    return text("{months} mo", months=round(payback, 1))


def _money(team: TeamPlan, value: Result, language: Language) -> str:
    if isinstance(value, Problem):
        return NOTHING
    shown = round(value) if abs(value) >= 100 else value
    return amount(shown, team.project.client.currency, language)


def _why(value: Result, language: Language) -> str:
    return language.say(value.reason) if isinstance(value, Problem) else ""
