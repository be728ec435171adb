"""A conversion that nobody entered is what came out of its stage, as in the program."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

from workbench.document.metric import Metric
from workbench.document.value import Key
from workbench.formula.syntax import Binary, Node, Ref

Term = tuple[str, Key]  # + or −, and a metric


@dataclass(frozen=True, slots=True)
class Deduction:
    """What came out of the stage, less what came from elsewhere, by what went in."""

    out: Key
    went_in: Key
    elsewhere: tuple[Term, ...]

    @property
    def metrics(self) -> tuple[Key, ...]:
        """All whose actuals have to be known."""
        return (self.out, self.went_in, *(key for _, key in self.elsewhere))

    def value(self, facts: Mapping[Key, float]) -> float | None:
        """The share in a month with these actuals; None where they do not tell."""
        if any(key not in facts for key in self.metrics) or facts[self.went_in] <= 0:
            return None
        rest = facts[self.out]
        for sign, key in self.elsewhere:
            rest += -facts[key] if sign == "+" else facts[key]
        return rest / facts[self.went_in] if rest >= 0 else None

    def formula(self, entered: str, actual: Callable[[Key], str]) -> str:
        """What was entered, else the share; `actual` is where a metric's actual of the month is."""
        came, went = actual(self.out), actual(self.went_in)
        rest = came + "".join(
            f"{'-' if sign == '+' else '+'}{actual(key)}" for sign, key in self.elsewhere
        )
        known = ",".join(f"ISNUMBER({actual(key)})" for key in self.metrics)
        share = f'IF({went}>0,IF({rest}>=0,({rest})/{went},""),"")'
        return f'IF(ISNUMBER({entered}),{entered},IF(AND({known}),{share},""))'


def deduction(metric: Metric, trees: Mapping[Key, Node], asked: Container[Key]) -> Deduction | None:
    """How a conversion follows from stages whose actuals are asked for.

    None where its stage is computed in another way.
    """
    stage, before = metric.to_stage, metric.from_stage
    tree = trees.get(stage) if stage else None
    if stage is None or before is None or tree is None:
        return None
    try:
        terms = list(_terms(tree, "+", (before, metric.key)))
    except _OtherwiseError:
        return None
    found = Deduction(stage, before, tuple(term for term in terms if term is not None))
    keys = found.metrics
    if terms.count(None) != 1 or metric.key in keys or any(key not in asked for key in keys):
        return None
    return found


class _OtherwiseError(Exception):
    """The stage is no sum of what it lets through and of other metrics."""


def _terms(node: Node, sign: str, step: tuple[Key, Key]) -> Iterator[Term | None]:
    """The metrics that a sum adds up; None for stage × conversion."""
    match node:
        case Binary("+" | "-" as operator, left, right):
            yield from _terms(left, sign, step)
            yield from _terms(right, sign if operator == "+" else _turned(sign), step)
        case Binary("*", Ref(one), Ref(other)) if {one, other} == set(step) and sign == "+":
            yield None
        case Ref(key):
            yield sign, key
        case _:
            raise _OtherwiseError


def _turned(sign: str) -> str:
    return "-" if sign == "+" else "+"
