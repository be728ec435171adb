"""What is wrong with a value, where, and what is expected there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from workbench.base.errors import WorkbenchError
from workbench.base.texts import Text, text, verbatim

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Place = tuple[str | int, ...]
# Beginnings of the patterns of this format, with what a person may write there.
_FORMS = {"^[12]": "2027-01", "^#": "#1F5FBF"}
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


class Refused(WorkbenchError):
    """A project or a part of one that breaks a rule of the file format; `place` leads to it."""

    def __init__(self, place: Place, reason: Text) -> None:
        where = shown(place)
        message = text("{place}: {reason}", place=where, reason=reason) if where else reason
        super().__init__(message)
        self.place = place
        self.reason = reason


def shown(place: Place) -> str:
    """A place as it stands in the file, counted from one: metrics[3].value."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place]
    return "".join(parts).lstrip(".")


def refusal(error: ValidationError) -> Refused:
    """The first thing a validation found, as a sentence."""
    found = sorted(error.errors(include_url=False), key=_vagueness)
    place = _place(found[0])
    kinds = {details["type"] for details in found if _place(details) == place}
    if {"float_type", "tuple_type"} <= kinds:
        return Refused(place, text("expected a number or a list of numbers"))
    return Refused(place, _reason(found[0]))


def _vagueness(details: ErrorDetails) -> tuple[int, bool]:
    """Of several readings of one member, the one that got furthest speaks first."""
    return -len(details["loc"]), details["type"].endswith("_type")


def _place(details: ErrorDetails) -> Place:
    """The location without pydantic's own words for the branch of a union."""
    own = {"float", "int", "str", "nullable"}
    return tuple(part for part in details["loc"] if part not in own and "[" not in str(part))


def _reason(details: ErrorDetails) -> Text:
    limits: dict[str, Any] = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return text("this member is missing")
        case "string_too_long":
            return text("longer than {limit} characters", limit=limits["max_length"])
        case "string_too_short":
            return text("must not be empty")
        case "too_long":
            return text("more than {limit} entries", limit=limits["max_length"])
        case "literal_error":
            return text("expected one of {choices}", choices=_choices(limits["expected"]))
        case "finite_number":
            return text("must be a finite number")
        case "greater_than_equal":
            return text("must not be below {limit}", limit=_plain(limits["ge"]))
        case "less_than_equal" | "less_than":
            return _too_much(limits)
        case "string_pattern_mismatch":
            return _form(str(limits["pattern"]), str(details["input"]))
        case kind:
            return _expectation(kind, details)


def _too_much(limits: dict[str, Any]) -> Text:
    if "lt" in limits:
        return text("must be below {limit}", limit=_plain(limits["lt"]))
    return text("must not be above {limit}", limit=_plain(limits["le"]))


def _form(pattern: str, words: str) -> Text:
    """What was written beside an example of what is expected."""
    example = next((form for start, form in _FORMS.items() if pattern.startswith(start)), None)
    if example is None:
        return text(
            "“{value}” is no key: a key has Latin letters, digits and _, such as cost_per_lead",
            value=_short(words),
        )
    if _MONTH.fullmatch(words):
        return text("the year must be from 1000 to 2999, not “{value}”", value=words)
    return text(
        "expected something such as {example}, not “{value}”",
        example=example,
        value=_short(words),
    )


def _expectation(kind: str, details: ErrorDetails) -> Text:
    expected = {
        "float_type": text("expected a number"),
        "int_type": text("expected a whole number"),
        "int_from_float": text("expected a whole number"),
        "string_type": text("expected text"),
        "string_unicode": text("the text has half a character in it"),
        "bool_type": text("expected true or false"),
        "tuple_type": text("expected a list"),
        "dict_type": text("expected an object with members"),
        "model_type": text("expected an object with members"),
        "model_attributes_type": text("expected an object with members"),
        "date_from_datetime_parsing": text("expected a date such as 2027-01-31"),
        "date_from_datetime_inexact": text("expected a date such as 2027-01-31"),
        "date_parsing": text("expected a date such as 2027-01-31"),
        "date_type": text("expected a date such as 2027-01-31"),
    }
    return expected.get(kind, verbatim(details["msg"]))


def _choices(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", ", ")


def _plain(limit: float) -> float:
    return int(limit) if float(limit).is_integer() else limit


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"
