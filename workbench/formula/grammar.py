"""The grammar, in its three dialects; imported with the first formula, because lark is slow."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lark import Lark, v_args
from lark.exceptions import (
    UnexpectedCharacters,
    UnexpectedEOF,
    UnexpectedInput,
    UnexpectedToken,
)
from lark.lexer import Token
from lark.tree import Meta
from lark.visitors import Transformer_NonRecursive

from workbench.base.texts import Text, text
from workbench.formula.bare_names import masked
from workbench.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Dialect,
    FormulaError,
    Negative,
    Node,
    Number,
    Operator,
    Ref,
    Relation,
    Span,
    sign_missing,
)

_RULES = r"""
start: expr
?expr: term | expr PLUS term -> binary | expr MINUS term -> binary
?term: factor | term TIMES factor -> binary | term OVER factor -> binary
?factor: power | MINUS factor -> negative | PLUS factor -> positive
?power: atom | atom HAT factor -> binary
?atom: NUMBER -> number | NUMBER "%" -> percentage | word | call | "(" expr ")"
?argument: expr | expr RELATION expr -> comparison
call: NAME "(" [argument (SEPARATOR argument)*] ")"
PLUS: "+"
MINUS: "-" | "−" | "–"
TIMES: "*" | "×" | "·"
OVER: "/" | "÷"
HAT: "^"
RELATION: "<=" | ">=" | "<>" | "!=" | "==" | "≤" | "≥" | "≠" | "<" | ">" | "="
NAME: /[^\W\d]\w*/
BRACKETED: /\[(?:[^\]]|\]\])*\]/
%ignore /[\s\u00a0\u202f]+/
"""
_GROUPED = r"\d{1,3}([ \u00a0\u202f]\d{3})+"
_NUMBERS = {
    "stored": r"/(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/",
    "point": rf"/{_GROUPED}(\.\d+)?|\d+\.?\d*|\.\d+/",
    "comma": rf"/{_GROUPED}([.,]\d+)?|\d+([.,]\d+)?|[.,]\d+/",
}
# A person may leave the brackets out: words side by side are one name.
_WORDS = {
    "stored": "NAME | BRACKETED",
    "point": "NAME+ | BRACKETED",
    "comma": "NAME+ | BRACKETED",
}
_OPERANDS = {"NAME", "BRACKETED", "NUMBER", "LPAR"}
_SEPARATORS = {"stored": '","', "point": '"," | ";"', "comma": '";"'}
_SIGNS: dict[str, Operator] = {
    "−": "-", "–": "-", "-": "-", "+": "+",
    "*": "*", "×": "*", "·": "*", "/": "/", "÷": "/", "^": "^",
}  # fmt: skip
_RELATIONS: dict[str, Relation] = {
    "≤": "<=", "≥": ">=", "≠": "<>", "!=": "<>", "==": "=",
    "<": "<", ">": ">", "<=": "<=", ">=": ">=", "=": "=", "<>": "<>",
}  # fmt: skip


def parse(words: str, dialect: Dialect, names: Sequence[Span] = ()) -> Node:
    """The tree of a formula with names as they were written; raises `FormulaError`.

    At the places in `names` stands one name each, whatever its signs.
    """
    try:
        tree = _reader(dialect).parse(masked(words, names))
    except UnexpectedInput as error:
        raise _syntax_error(error, words, dialect) from None
    return _TreeBuilder(words).transform(tree)


def unbracketed(word: str) -> str:
    """A name without its brackets."""
    return word[1:-1].replace("]]", "]").strip() if word.startswith("[") else word


@cache
def _reader(dialect: Dialect) -> Lark:
    own = f"word: {_WORDS[dialect]}\nNUMBER: {_NUMBERS[dialect]}\n"
    rules = f"{_RULES}{own}SEPARATOR: {_SEPARATORS[dialect]}\n"
    return Lark(rules, parser="lalr", propagate_positions=True)


def _syntax_error(error: UnexpectedInput, words: str, dialect: Dialect) -> FormulaError:
    end = len(words)
    match error:
        case UnexpectedEOF():
            return FormulaError(text("the formula breaks off here"), Span(max(end - 1, 0), end))
        case UnexpectedToken(token=Token(type="$END")):
            return FormulaError(text("the formula breaks off here"), Span(max(end - 1, 0), end))
        case UnexpectedToken(token=token):
            span = Span(token.start_pos or 0, token.end_pos or end)
            return FormulaError(_no_place(token, words[span.start : span.end]), span)
        case UnexpectedCharacters():
            at = max(int(error.pos_in_stream), 0)  # type: ignore[call-overload]
            return FormulaError(_no_meaning(words[at : at + 1], dialect), Span(at, at + 1))
        case _:
            return FormulaError(text("the formula cannot be read"), Span(0, end))


def _no_place(token: Token, words: str) -> Text:
    if token.type in _OPERANDS:
        return sign_missing(words)
    return text("“{sign}” does not fit here", sign=words)


def _no_meaning(sign: str, dialect: Dialect) -> Text:
    if sign == "," and dialect == "comma":
        return text("“,” is the decimal sign here; “;” stands between the values of a function")
    if sign == "[":
        return text("“]” is missing after the name that begins here")
    return text("“{sign}” has no meaning in a formula", sign=sign)


@v_args(meta=True, inline=True)
class _TreeBuilder(Transformer_NonRecursive[Token, Node]):
    """Makes nodes, names still as written; not recursive, because a long sum is a deep tree."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def start(self, _meta: Meta, node: Node) -> Node:
        return node

    def number(self, meta: Meta, digits: Token) -> Node:
        return Number(_figure(digits), span=_span(meta))

    def percentage(self, meta: Meta, digits: Token) -> Node:
        return Number(_figure(digits), percent=True, span=_span(meta))

    def word(self, meta: Meta, *_names: Token) -> Node:
        span = _span(meta)
        return Ref(unbracketed(self._words[span.start : span.end]), span)

    def negative(self, meta: Meta, _sign: Token, operand: Node) -> Node:
        return Negative(operand, _span(meta))

    def positive(self, _meta: Meta, _sign: Token, operand: Node) -> Node:
        return operand

    def binary(self, meta: Meta, left: Node, sign: Token, right: Node) -> Node:
        return Binary(_SIGNS[sign], left, right, _span(meta))

    def comparison(self, meta: Meta, left: Node, sign: Token, right: Node) -> Node:
        return Comparison(_RELATIONS[sign], left, right, _span(meta))

    def call(self, meta: Meta, name: Token, *arguments: Node | Token | None) -> Node:
        given = tuple(
            argument
            for argument in arguments
            if argument is not None and not isinstance(argument, Token)
        )
        return Call(name.lower(), given, _span(meta))


def _figure(digits: str) -> float:
    plain = "".join(sign for sign in digits if not sign.isspace())
    return float(plain.replace(",", "."))


def _span(meta: Meta) -> Span:
    return Span(getattr(meta, "start_pos", 0), getattr(meta, "end_pos", 0))
