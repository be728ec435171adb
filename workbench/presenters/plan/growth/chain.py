"""The steps from the years behind to the goal, its leads and its visits, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, plural, text
from workbench.document.growth import Growth
from workbench.formula.values import Problem, Result
from workbench.planning.growth import GrowthGoal, known_years
from workbench.presenters.charts import Level, MonthsPicture, Series
from workbench.presenters.measures import NOTHING, amount, signed_percent
from workbench.presenters.plan.growth.picture import Chain, Step
from workbench.presenters.scale import scale

Write = Callable[[float], str]


@dataclass(frozen=True)
class Wording:
    """How numbers of the goal are written."""

    currency: str
    language: Language

    def money(self, value: float) -> str:
        """An amount in the client's currency."""
        return amount(value, self.currency, self.language)

    def short(self, value: float) -> str:
        """An amount with millions in words."""
        return amount(value, self.currency, self.language, compact=True)

    def change(self, share: float) -> str:
        """Growth with its sign."""
        return signed_percent(share, self.language)

    def points(self, share: float) -> str:
        """A difference of shares in points, whatever its direction."""
        points = self.language.number(abs(share) * 100)
        return self.language.say(text("{sign}{points} pp", sign="", points=points))

    def shown(self, result: Result, write: Write) -> str:
        """A number as it is written, or a dash."""
        return NOTHING if isinstance(result, Problem) else write(result)

    def why(self, result: Result) -> str:
        """Why there is no number."""
        return self.language.say(result.reason) if isinstance(result, Problem) else ""


def chain(growth: Growth, goal: GrowthGoal, words: Wording) -> Chain:
    """The goal step by step."""
    return Chain(_revenue(growth, goal, words), _leads(growth, goal, words), _wrong(goal, words))


def _revenue(growth: Growth, goal: GrowthGoal, words: Wording) -> tuple[Step, ...]:
    say = words.language.say
    years = known_years(growth.revenues)
    next_year = str(years[-1].year + 1) if years else ""
    aim = text("goal of {year}", year=next_year) if years else text("goal of the next year")
    changes = [
        _step(str(one.year), one.growth, words, words.change, sign="·" if at else "")
        for at, one in enumerate(goal.changes)
    ]
    average = plural(
        "growth of {n} year", "average of {n} years", max(1, len(goal.changes))
    )  # fmt: skip
    return (
        *changes,
        _step(say(average), goal.average, words, words.change, sign="→" if changes else ""),
        Step(say(text("stretch")), words.points(growth.stretch), sign=_sign(growth.stretch)),
        _step(say(text("growth wanted")), goal.target_growth, words, words.change, sign="→"),
        _step(say(aim), goal.target, words, words.money, sign="→", strong=True),
    )


def _leads(growth: Growth, goal: GrowthGoal, words: Wording) -> tuple[Step, ...]:
    say, number = words.language.say, words.language.number
    return (
        _step(say(text("a lead is worth")), goal.lead_value, words, words.money),
        _step(say(text("leads needed")), goal.leads, words, number, sign="→", strong=True,
              note=_was(growth.leads, words)),
        _step(say(text("visits for a lead")), goal.visits_per_lead, words, number, sign="·"),
        _step(say(text("visits needed")), goal.visits, words, number, sign="→", strong=True,
              note=_was(growth.visits, words)),
        _step(say(text("a visit is worth")), goal.visit_value, words, words.money, sign="·"),
    )  # fmt: skip


def _sign(share: float) -> str:
    return "−" if share < 0 else "+"


def _was(count: float | None, words: Wording) -> str:
    if count is None:
        return ""
    return words.language.say(text("last year {count}", count=words.language.number(count)))


def _step(
    caption: str, result: Result, words: Wording, write: Write, *, sign: str = "", note: str = "",
    strong: bool = False,
) -> Step:  # fmt: skip
    shown = words.shown(result, write)
    return Step(caption, shown, note, words.why(result), sign, strong)


def _wrong(goal: GrowthGoal, words: Wording) -> str:
    """The first reason on the way to the goal, else why there are no leads or visits."""
    results = (goal.target, goal.leads, goal.visits)
    reason: Text | None = next((one.reason for one in results if isinstance(one, Problem)), None)
    return "" if reason is None else _sentence(words.language.say(reason))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def history(growth: Growth, goal: GrowthGoal, words: Wording) -> MonthsPicture | None:
    """The revenue of the known years with the goal after them; nothing to draw without a year."""
    years = known_years(growth.revenues)
    if not years:
        return None
    target = None if isinstance(goal.target, Problem) else goal.target
    values = (*(year.value for year in years), target)
    said = tuple(NOTHING if value is None else words.short(value) for value in values)
    labels = (*(str(year.year) for year in years), str(years[-1].year + 1))
    name = words.language.say(text("Revenue"))
    level = None
    if target is not None:
        level = Level(target, words.language.say(text("goal {value}", value=words.short(target))))
    axis = scale(values, words.short, steps=3)
    return MonthsPicture(labels, labels, axis, (Series(name, values, said),), goal=level)
