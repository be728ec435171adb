"""Money and shares of pay in words, with the reason where there is none."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.formula.values import Problem, Result
from workbench.presenters.measures import NOTHING, amount
from workbench.presenters.plan.pay.picture import Cell


class Words:
    """Says results in one language; money is without its sign, which stands in a heading."""

    def __init__(self, project: Project, language: Language) -> None:
        self.project = project
        self.language = language

    def say(self, words: Text) -> str:
        """A sentence."""
        return self.language.say(words)

    def money(self, result: Result, *, strong: bool = False) -> Cell:
        """An amount as a cell: no decimals, no sign."""
        if isinstance(result, Problem):
            return self._none(result)
        return Cell(self.language.number(round(result), 0), strong=strong)

    def share(self, result: Result) -> Cell:
        """A share in per cent."""
        if isinstance(result, Problem):
            return self._none(result)
        return Cell(self.language.percent(result))

    def priced(self, value: float) -> str:
        """An amount with its currency, for sentences."""
        return amount(value, self.project.client.currency, self.language)

    def reason(self, problem: Problem) -> Text:
        """Why there is no number, with the metric where it began."""
        found = self.project.metric_by_key.get(problem.metric)
        if found is None:
            return problem.reason
        return text("“{metric}”: {reason}", metric=found.name, reason=problem.reason)

    def _none(self, problem: Problem) -> Cell:
        return Cell(NOTHING, self.say(self.reason(problem)), "muted")
