"""Values typed on the canvas, and names."""

from __future__ import annotations

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Language
from workbench.base.texts import Text, text
from workbench.document.edits.edit import Bundle, Edit
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.rekeying import Rekey
from workbench.formula.values import Result
from workbench.presenters.funnel.adding import conversion_name, lasting_keys
from workbench.presenters.measures import typed_value


class Computed(WorkbenchError):
    """A value was typed where a formula gives it."""


def refuse_computed(metric: Metric) -> None:
    """Raise `Computed` where a value cannot be typed."""
    if metric.is_computed:
        raise Computed(
            text(
                "“{name}” is a result: change what it follows from, or its formula",
                name=metric.name,
            )
        )


def varies(metric: Metric) -> bool:
    """Whether the value is another one in some months."""
    value = metric.value
    return isinstance(value, tuple) and len({one for one in value if one is not None}) > 1


def value_edit(metric: Metric, shown: Result, words: str, language: Language) -> Edit:
    """The edit that gives a metric the typed value; raises `NotANumber` and `Computed`.

    Values that differ by month are scaled, so that what the card shows becomes the typed number.
    """
    refuse_computed(metric)
    typed = typed_value(metric, words, language)
    value: object = typed
    if typed is not None and varies(metric) and isinstance(shown, float) and shown:
        value = _scaled(metric.value, typed / shown)
    return ChangeMetric(metric.key, {"value": value}, metric.name)


def scaling_hint() -> Text:
    """What is said beside the field where the value differs by month."""
    return text("differs by month: all months change in proportion, the average is what you type")


def renaming(project: Project, key: Key, words: str) -> Edit | None:
    """The edit that renames a metric; conversions named after its ends follow."""
    metric, name = project.metric(key), " ".join(words.split())[:200]
    if not name or name == metric.name:
        return None
    first = ChangeMetric(key, {"name": name}, metric.name)
    others = [
        ChangeMetric(other.key, {"name": conversion_name(*ends)}, other.name)
        for other in project.metrics
        if (ends := _new_ends(project, other, metric, name)) is not None
    ]
    keys = lasting_keys(project, metric, name)
    rekeying: tuple[Edit, ...] = (Rekey(keys),) if keys else ()
    edits: tuple[Edit, ...] = (first, *others, *rekeying)
    return Bundle(first.title, edits) if len(edits) > 1 else first


def _new_ends(
    project: Project, conversion: Metric, renamed: Metric, name: str
) -> tuple[str, str] | None:
    """The names of both ends after a rename, if the conversion is named after them."""
    ends = (conversion.from_stage, conversion.to_stage)
    if renamed.key not in ends or None in ends:
        return None
    before = [project.metric(key).name for key in ends if key]
    if conversion.name != conversion_name(*before):
        return None
    after = [name if key == renamed.key else project.metric(key).name for key in ends if key]
    return after[0], after[1]


def _scaled(value: object, factor: float) -> object:
    if not isinstance(value, tuple):
        return value
    return tuple(None if one is None else one * factor for one in value)
