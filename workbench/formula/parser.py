"""From text to a tree whose names are resolved and whose functions get what they take."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from workbench.base.texts import Text, plural, text
from workbench.formula.bare_names import bare_names
from workbench.formula.functions import MANY, SIGNATURES, Signature
from workbench.formula.names import Names
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Dialect,
    FormulaError,
    Negative,
    Node,
    Number,
    Ref,
    RoleRef,
    Span,
    children,
    sign_missing,
    walk,
)

LONGEST = 2_000
DEEPEST = 64
MOST_NODES = 400
DEEPEST_TREE = 200  # every walk down a tree stays far from the limit of recursion
_LONGEST_LAG = 120


class Lookup(Protocol):
    """What a word means: the key it stands for, or the nearest word that has a meaning."""

    def find_metric(self, word: str) -> str | None: ...
    def find_role(self, word: str) -> str | None: ...
    def nearest_metric(self, word: str) -> str | None: ...
    def nearest_role(self, word: str) -> str | None: ...


class Keys:
    """The stored form, where every word is a key; whether it exists is asked later."""

    def find_metric(self, word: str) -> str:
        """The word itself."""
        return word

    find_role = find_metric

    def nearest_metric(self, _word: str) -> None:
        """Nothing: every word has a meaning here."""

    nearest_role = nearest_metric


@lru_cache(maxsize=4096)
def stored(words: str) -> Node:
    """The tree of a formula as the file has it; raises `FormulaError`."""
    _check_size(words)
    return _resolved(_read(words, "stored"), Keys())


def typed(words: str, names: Names, decimal: str) -> Node:
    """The tree of a formula as a person types it, by names; raises `FormulaError`.

    Names of any signs are understood without their brackets where nothing else can be meant.
    """
    dialect = _dialect(decimal)
    _check_size(words)
    try:
        return _resolved(_read(words, dialect), names)
    except FormulaError:
        bare = _bare(words, names, dialect)
        if not bare:
            raise
    return _resolved(_read(words, dialect, bare), names)


def understood(words: str, names: Names, decimal: str) -> tuple[Span, ...]:
    """Where `typed` takes words and signs without brackets for one name."""
    try:
        _check_size(words)
    except FormulaError:
        return ()
    dialect = _dialect(decimal)
    return () if _means(words, names, dialect) else _bare(words, names, dialect)


def _dialect(decimal: str) -> Dialect:
    return "comma" if decimal == "," else "point"


def _bare(words: str, names: Names, dialect: Dialect) -> tuple[Span, ...]:
    """Names without brackets, apart from those that are formulas too, such as “Gross - Tax”."""
    spans = bare_names(words, names)
    found = ((span, _means(words[span.start : span.end], names, dialect)) for span in spans)
    return tuple(span for span, meant in found if meant is None or isinstance(meant, Ref))


def _means(words: str, names: Names, dialect: Dialect) -> Node | None:
    try:
        return _resolved(_read(words, dialect), names)
    except FormulaError:
        return None


def _read(words: str, dialect: Dialect, names: tuple[Span, ...] = ()) -> Node:
    from workbench.formula.grammar import parse

    return parse(words, dialect, names)


def _check_size(words: str) -> None:
    if len(words) > LONGEST:
        message = text("the formula is longer than {limit} characters", limit=LONGEST)
        raise FormulaError(message, Span(LONGEST, len(words)))
    depth = 0
    for at, sign in enumerate(words):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth > DEEPEST:
            message = text("parentheses are nested deeper than {limit} levels", limit=DEEPEST)
            raise FormulaError(message, Span(at, at + 1))


def _resolved(tree: Node, lookup: Lookup) -> Node:
    parts = list(walk(tree))
    if len(parts) > MOST_NODES:
        raise FormulaError(
            text("the formula has more than {limit} parts", limit=MOST_NODES), tree.span
        )
    if _depth(tree) > DEEPEST_TREE:
        raise FormulaError(
            text("the formula is nested deeper than {limit} levels", limit=DEEPEST_TREE), tree.span
        )
    for part in parts:
        if isinstance(part, Number) and math.isinf(part.value):
            raise FormulaError(text("this is too large a number"), part.span)
    return _Resolver(lookup).value(tree)


def _depth(tree: Node) -> int:
    depth, level = 0, [tree]
    while level:
        depth += 1
        level = [part for node in level for part in children(node)]
    return depth


class _Resolver:
    """Walks down once, putting keys for words and checking what each function is given."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def value(self, node: Node) -> Node:
        match node:
            case Ref():
                return self._metric(node)
            case Negative(operand):
                return replace(node, operand=self.value(operand))
            case Binary(_, left, right):
                return replace(node, left=self.value(left), right=self.value(right))
            case Comparison():
                raise FormulaError(
                    text("a comparison belongs into the first place of if()"), node.span
                )
            case Call():
                return self._call(node)
            case _:
                return node

    def _call(self, node: Call) -> Node:
        signature = SIGNATURES.get(node.function)
        if signature is None:
            known = ", ".join(SIGNATURES)
            message = text(
                "there is no function “{name}”; there are {known}",
                name=node.function,
                known=known,
            )
            raise FormulaError(message, node.span)
        if not signature.least <= len(node.arguments) <= signature.most:
            raise FormulaError(_wrong_count(node, signature), node.span)
        arguments = tuple(
            self._argument(argument, signature.kind(index), node)
            for index, argument in enumerate(node.arguments)
        )
        return replace(node, arguments=arguments)

    def _argument(self, argument: Node, kind: str, call: Call) -> Node:
        match kind:
            case "metric":
                return self._only_metric(argument, call)
            case "role":
                return self._only_role(argument, call)
            case "months":
                return _whole_months(argument)
            case "condition":
                return self._condition(argument)
            case _:
                return self.value(argument)

    def _condition(self, node: Node) -> Node:
        if isinstance(node, Comparison):
            return replace(node, left=self.value(node.left), right=self.value(node.right))
        raise FormulaError(text("if() starts with a comparison such as a > b"), node.span)

    def _metric(self, node: Ref) -> Ref:
        key = self._lookup.find_metric(node.key)
        if key is None:
            raise self._unjoined(node) or _unknown(node, self._lookup.nearest_metric(node.key))
        return replace(node, key=key)

    def _unjoined(self, node: Ref) -> FormulaError | None:
        """The mistake where one metric stands beside another without a sign between them."""
        parts = node.key.split()
        if len(parts) > 1 and all(self._lookup.find_metric(part) for part in parts):
            return FormulaError(sign_missing(parts[1]), node.span)
        return None

    def _only_metric(self, node: Node, call: Call) -> Ref:
        if isinstance(node, Ref):
            return self._metric(node)
        raise FormulaError(text("{name}() takes a metric here", name=call.function), node.span)

    def _only_role(self, node: Node, call: Call) -> RoleRef:
        if not isinstance(node, Ref):
            raise FormulaError(text("{name}() takes a role", name=call.function), node.span)
        key = self._lookup.find_role(node.key)
        if key is None:
            raise _unknown(node, self._lookup.nearest_role(node.key))
        return RoleRef(key, node.span)


def _whole_months(node: Node) -> Number:
    is_whole = isinstance(node, Number) and not node.percent and node.value.is_integer()
    if isinstance(node, Number) and is_whole and 0 <= node.value <= _LONGEST_LAG:
        return node
    raise FormulaError(
        text("expected a whole number of months from 0 to {limit}", limit=_LONGEST_LAG),
        node.span,
    )


def _unknown(node: Ref, nearest: str | None) -> FormulaError:
    if nearest:
        message = text(
            "there is no “{name}”; did you mean “{nearest}”?", name=node.key, nearest=nearest
        )
    else:
        message = text("there is no “{name}” in this project", name=node.key)
    return FormulaError(message, node.span)


def _wrong_count(node: Call, signature: Signature) -> Text:
    given, least, most = len(node.arguments), signature.least, signature.most
    if most == 0:
        return text("{name}() takes nothing in its parentheses", name=node.function)
    if most == MANY:
        return text("{name}() needs at least one value", name=node.function)
    if least == most:
        return plural(
            "{name}() takes {n} value, not {given}", "{name}() takes {n} values, not {given}",
            most, name=node.function, given=given,
        )  # fmt: skip
    return text(
        "{name}() takes {least} or {most} values, not {given}",
        name=node.function, least=least, most=most, given=given,
    )  # fmt: skip
