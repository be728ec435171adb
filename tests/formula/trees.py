"""Generated formula trees, with names that need brackets and numbers of any size."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from workbench.formula.syntax import Binary, Call, Comparison, Negative, Node, Number, Ref, RoleRef

METRICS = ["a", "leads", "cr", "long"]
ROLES = ["bdr", "head"]

numbers = st.builds(
    Number,
    st.one_of(
        st.integers(0, 10**12).map(float),
        st.floats(0, 1e9, allow_nan=False),
        st.floats(1e-12, 1e-3),
        st.sampled_from([0.1, 1e21, 1e300, 5e-324]),
    ),
    st.booleans(),
)
metrics = st.sampled_from(METRICS).map(Ref)
roles = st.sampled_from(ROLES).map(RoleRef)
lags = st.integers(0, 12).map(float).map(Number)


def _larger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    def call(name: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Node]:
        return st.builds(Call, st.just(name), st.tuples(*arguments))

    conditions = st.builds(
        Comparison, st.sampled_from(["<", ">", "<=", ">=", "=", "<>"]), inner, inner
    )
    many = st.builds(
        Call,
        st.sampled_from(["sum", "min", "max", "mean"]),
        st.lists(inner, min_size=1, max_size=3).map(tuple),
    )
    return st.one_of(
        st.builds(Binary, st.sampled_from(["+", "-", "*", "/", "^"]), inner, inner),
        st.builds(Negative, inner),
        many,
        call("round", inner, inner),
        call("round", inner),
        call("abs", inner),
        call("if", conditions, inner, inner),
        call("lag", metrics, lags),
        call("lag", metrics, lags, inner),
        call("cumulative", metrics),
        call("people", roles),
        call("cost", roles),
        call("workdays"),
    )


trees: st.SearchStrategy[Node] = st.recursive(numbers | metrics, _larger, max_leaves=12)
