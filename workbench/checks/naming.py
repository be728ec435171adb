"""Which checks a person means by their codes."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from workbench.base.errors import WorkbenchError
from workbench.base.texts import text
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check

_ALIKE = 0.8  # all but one letter of a code


class NoSuchCheck(WorkbenchError):
    """A code that no check has; says which is meant, or what there is."""


def checks_called(codes: Iterable[str], checks: Iterable[Check] = CHECKS) -> tuple[Check, ...]:
    """The checks of some codes in any case, in the order of the catalogue; raises `NoSuchCheck`."""
    known = {check.code: check for check in checks}
    wanted = {_known(code.strip(), known) for code in codes}
    return tuple(check for code, check in known.items() if code in wanted)


def _known(code: str, known: Iterable[str]) -> str:
    if code.upper() in known:
        return code.upper()
    like = get_close_matches(code.upper(), known, n=1, cutoff=_ALIKE)
    if like:
        raise NoSuchCheck(
            text("there is no check “{code}”; did you mean {nearest}?", code=code, nearest=like[0])
        )
    raise NoSuchCheck(
        text("there is no check “{code}”; there are {known}", code=code, known=", ".join(known))
    )
