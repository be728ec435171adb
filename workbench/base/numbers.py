"""Reading numbers the way people type and paste them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text

_SCALES = {
    "тыс": 1e3, "млн": 1e6, "млрд": 1e9, "к": 1e3, "м": 1e6,
    "k": 1e3, "m": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_MINUS = str.maketrans({"−": "-", "–": "-", "﹣": "-", "－": "-", "٪": "%", "％": "%"})
_SHAPE = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)(%?)")
_LIMIT = 1e15


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that was read; `doubtful` when the same marks could mean another number."""

    value: float
    percent: bool = False
    doubtful: bool = False

    @property
    def share(self) -> float:
        """The value as a plain number: 80 % is 0.8."""
        return self.value / 100 if self.percent else self.value


class NotANumber(WorkbenchError):
    """The words cannot be read as one number."""


def read_number(words: str, decimal: str = ".") -> Reading:
    """Read a typed or pasted number; `decimal` is the decimal sign of the interface language.

    Any Unicode space groups digits; with both separators the last one is the decimal sign.
    Raises `NotANumber`.
    """
    plain, scale = _scaled(_bare(words))
    match = _SHAPE.fullmatch(plain)
    if match is None:
        raise NotANumber(text("“{words}” is not a number", words=words.strip()[:60]))
    sign, digits, percent = match.groups()
    figures, doubtful = _with_point(digits, decimal)
    if figures.count(".") > 1:
        raise NotANumber(text("“{words}” is not a number", words=words.strip()[:60]))
    value = float(sign + figures) * scale
    if abs(value) >= _LIMIT:
        raise NotANumber(text("“{words}” is too large a number", words=words.strip()[:60]))
    return Reading(value, bool(percent), doubtful)


def _bare(words: str) -> str:
    """The words without spaces, apostrophes and currency signs."""
    kept = (sign for sign in words.translate(_MINUS) if not _is_filler(sign))
    return "".join(kept).lower()


def _is_filler(sign: str) -> bool:
    return sign.isspace() or sign in "'’" or unicodedata.category(sign) in {"Sc", "Cf"}


def _scaled(plain: str) -> tuple[str, float]:
    match = re.fullmatch(r"(.*?\d)([a-zа-я]+)\.?", plain)
    if match and match[2] in _SCALES:
        return match[1], _SCALES[match[2]]
    return plain, 1.0


def _with_point(digits: str, decimal: str) -> tuple[str, bool]:
    """The digits with one point at most, and whether another reading was possible."""
    signs = [sign for sign in digits if sign in ".,"]
    if not signs:
        return digits, False
    if len(set(signs)) > 1:
        last = signs[-1]
        other = "," if last == "." else "."
        return digits.replace(other, "").replace(last, "."), False
    sign = signs[0]
    if len(signs) > 1:
        grouped = re.fullmatch(rf"\d{{1,3}}(?:\{sign}\d{{3}})+", digits)
        return (digits.replace(sign, "") if grouped else digits.replace(",", ".")), False
    like_group = re.fullmatch(rf"[1-9]\d{{0,2}}\{sign}\d{{3}}", digits) is not None
    if like_group and sign == "," and decimal == ".":
        return digits.replace(sign, ""), True
    return digits.replace(sign, "."), like_group
