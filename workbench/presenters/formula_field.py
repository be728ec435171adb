"""Formulas being typed: drafts by metric, what is wrong with them, and taking them over."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.model import checked, loop_with
from workbench.formula.names import Names, bracketed
from workbench.formula.parser import stored, typed, understood
from workbench.formula.printer import shown_text, stored_text
from workbench.formula.syntax import NOWHERE, FormulaError, Node, Span
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.formula_completion import Completion, complete
from workbench.presenters.inspector.formula_help import help_line
from workbench.presenters.inspector.formula_words import Word, call_at, words_of

_BREAKS_OFF = text("the formula breaks off here").id


@dataclass(frozen=True, slots=True)
class Mend:
    """A word to put in place of another, as a link beside the error."""

    label: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Check:
    """What a typed formula means, or what is wrong with it and where.

    `unfinished` is no mistake yet: there is only something missing at the end.
    """

    tree: Node | None = None
    message: str = ""
    span: Span = NOWHERE
    mend: Mend | None = None
    unfinished: bool = False


class FormulaDrafts:
    """Keeps what was typed until it is taken over or dropped, whatever is selected meanwhile."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._drafts: dict[Key, str] = {}
        desk.session.opened.connect(self._on_opened)
        self._language = desk.language
        self._names = Names(desk.project)
        desk.language_changed.connect(self._on_language_changed)

    def _on_opened(self) -> None:
        """Forget drafts: the same keys mean another client's metrics now."""
        self._drafts.clear()

    @property
    def names(self) -> Names:
        """The names of the current project."""
        if self._names.project is not self.desk.project:
            self._names = Names(self.desk.project)
        return self._names

    def words(self, metric: Metric) -> str:
        """What the field shows: the draft, else the formula by names."""
        draft = self._drafts.get(metric.key)
        return self._held(metric) if draft is None else draft

    def is_draft(self, metric: Metric) -> bool:
        """Whether something is typed that the project does not hold."""
        return metric.key in self._drafts

    def keep(self, metric: Metric, words: str) -> None:
        """Remember what is typed."""
        if words == self._held(metric):
            self.drop(metric.key)
        else:
            self._drafts[metric.key] = words

    def drop(self, metric: Key) -> None:
        """Forget what was typed."""
        self._drafts.pop(metric, None)

    def check(self, metric: Metric, words: str) -> Check:
        """Read a formula and check names, units and circles, without changing anything."""
        if not words.strip():
            return Check(message=self.desk.say(_EMPTY), unfinished=True)
        try:
            return Check(self._read(metric, words))
        except FormulaError as error:
            return self._wrong(error, words)

    def in_force(self, metric: Metric) -> str:
        """The formula that counts while a draft hides it, and what is wrong with that one."""
        if metric.formula is None or not self.is_draft(metric):
            return ""
        held = self._held(metric)
        error = self.desk.forecast.model.errors.get(metric.key)
        if error is None:
            return self.desk.say(text("Still in force: {formula}", formula=held))
        problem = self.desk.say(error.message)
        return self.desk.say(
            text("Still in force: {formula} ({problem})", formula=held, problem=problem)
        )

    def words_in(self, words: str) -> tuple[Word, ...]:
        """The words of a formula, to be coloured."""
        bare = understood(words, self.names, self.desk.language.decimal)
        return words_of(words, self.names, bare)

    def complete(
        self, metric: Metric, words: str, cursor: int, *, asked: bool
    ) -> Completion | None:
        """What may be meant at the cursor."""
        return complete(self.desk, self.names, words, cursor, metric.key, asked=asked)

    def help(self, words: str, cursor: int) -> str:
        """What the function round the cursor takes."""
        return help_line(self.desk, call_at(words, cursor))

    def commit(self, metric: Metric, words: str) -> bool:
        """Take a formula over, if it is right; a wrong one stays a draft."""
        tree = self.check(metric, words).tree
        if tree is None:
            self.keep(metric, words)
            return False
        self.drop(metric.key)
        formula = stored_text(tree)
        if formula != metric.formula:
            change = ChangeMetric(metric.key, {"formula": formula, "value": None})
            title = text("Change the formula of “{name}”", name=metric.name)
            self.desk.do(Bundle(title, (change,)))
        return True

    def _held(self, metric: Metric) -> str:
        if metric.formula is None:
            return ""
        try:
            return shown_text(stored(metric.formula), self.names, self.desk.language.decimal)
        except FormulaError:
            return metric.formula

    def _read(self, metric: Metric, words: str) -> Node:
        project: Project = self.desk.project
        tree = typed(words, self.names, self.desk.language.decimal)
        checked(project, metric, tree)
        loop = loop_with(project, metric.key, tree)
        if loop is not None:
            raise loop
        return tree

    def _wrong(self, error: FormulaError, words: str) -> Check:
        unfinished = error.message.id == _BREAKS_OFF
        return Check(
            message=_capital(self.desk.say(error.message)),
            span=_visible(error.span, words),
            mend=self._mend(error),
            unfinished=unfinished,
        )

    def _mend(self, error: FormulaError) -> Mend | None:
        nearest = dict(error.message.arguments).get("nearest")
        if not isinstance(nearest, str):
            return None
        label = self.desk.say(text("Put “{name}”", name=nearest))
        return Mend(label, error.span, bracketed(nearest))

    def _on_language_changed(self, language: Language) -> None:
        """Write drafts in the habits of the other language, where they can be read."""
        before, self._language = self._language, language
        for metric, words in self._drafts.items():
            try:
                tree = typed(words, self.names, before.decimal)
            except FormulaError:
                continue
            self._drafts[metric] = shown_text(tree, self.names, language.decimal)


_EMPTY: Text = text("Type metrics and signs, such as Leads × Conversion. Ctrl+Space completes.")


def _visible(span: Span, words: str) -> Span:
    """The span, or the last sign before it where it has none that could be underlined."""
    if words[span.start : span.end].strip():
        return span
    end = len(words[: span.end].rstrip())
    return Span(max(0, end - 1), end)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
