"""A project of arbitrary formulas: every sign and function, missing inputs, divisions by zero."""

from __future__ import annotations

from random import Random

from tests.excel.books import role
from tests.projects import metric, project
from workbench.document.project import Project

_LEAVES = (
    "a", "b", "c", "z", "r", "q", "2", "0.5", "80%", "7", "people(x)", "cost(x) / 1000",
    "workdays()", "lag(a, 1)", "lag(q, 2, 5)", "lag(c, 1, b)", "cumulative(a)", "cumulative(b)",
)  # fmt: skip
_SHAPES = (*"+-*/+-*/", "^", "neg", "if", "if", "many", "many", "round", "one")


def random_project(seed: int, count: int = 150) -> Project:
    """Four months of inputs with a gap and a zero, and so many formulas over them."""
    random = Random(seed)
    score = {"unit": "score"}
    arrow = {"unit": "ratio", "over_time": "ratio", "from": "a", "to": "b"}
    inputs = [
        metric("a", value=(3.0, -2.5, 0.0, 7.25), over_time="sum", **score),
        metric("b", value=2.0, over_time="mean", **score),
        metric("c", value=(1.5, None, 4.0, 0.1), over_time="last", **score),
        metric("z", value=0.0, **score),
        metric("r", value=0.35, kind="conversion", **arrow),
        metric("q", value=(10.0, 20.0, 30.0, 40.0), over_time="ratio", **score),
    ]
    leaves = list(_LEAVES)
    computed = []
    for index in range(count):
        over_time = random.choice(["sum", "mean", "last", "ratio", "ratio", "ratio"])
        formula = _formula(random, leaves, random.choice([1, 2, 3, 4]))
        computed.append(metric(f"m{index}", formula=formula, over_time=over_time, **score))
        if random.random() < 0.3:
            leaves.append(f"m{index}")
    people = role("x", people=3.0, salary=1000.0, bonus=500.0, payroll_tax=0.3)
    return project(*inputs, *computed, months=4, roles=(people,))


def _formula(random: Random, leaves: list[str], depth: int) -> str:
    if depth == 0 or random.random() < 0.15:
        return random.choice(leaves)

    def part() -> str:
        return _formula(random, leaves, depth - 1)

    shape = random.choice(_SHAPES)
    match shape:
        case "^":
            return f"({part()})^{random.choice(['2', '3', '(-1)', '2^2'])}"
        case "neg":
            return f"-({part()})"
        case "if":
            relation = random.choice(["<", ">", "<=", ">=", "=", "<>"])
            return f"if({part()} {relation} {part()}, {part()}, {part()})"
        case "many":
            name = random.choice(["sum", "min", "max", "mean"])
            return f"{name}({part()}, {part()}, {part()})"
        case "round":
            return f"round({part()}, {random.choice(['0', '1', '2'])})"
        case "one":
            return f"{random.choice(['ceil', 'floor', 'abs', 'round'])}({part()})"
        case sign:
            return f"({part()} {sign} {part()})"
