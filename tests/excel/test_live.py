"""Whatever entry is changed in a workbook, all its sheets follow as the program does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.excel.books import BOOKS, TEMPLATES, planned
from tests.excel.live import CHANGES, Change, together, typed
from tests.excel.office import Values, differences, errors, recalculated
from tests.projects import example
from workbench.storage.library import load_template

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.document.project import Project
    from workbench.excel.plan import WorkbookPlan

pytestmark = pytest.mark.libreoffice


@dataclass(frozen=True)
class Followed:
    """What the program plans after a change, and what the workbook made of the same change."""

    plans: dict[str, WorkbookPlan]
    found: dict[str, Values]
    typed: dict[str, int]


def project_of(key: str, code: str) -> Project:
    return example() if key == "example" else load_template(key, code)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def followed(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """All books changed, computed in one run of LibreOffice."""
    books, plans, counts = {}, {}, {}
    cases: dict[str, tuple[str, str, Change]] = {
        f"{key}_{code}": (key, code, together) for key, code in BOOKS
    }
    cases |= {kind: (TEMPLATES[0], "en", change) for kind, change in CHANGES.items()}
    for name, (key, code, change) in cases.items():
        before = project_of(key, code)
        briefs = [role.key for role in before.roles if role.employment == "staff"]
        plans[name] = planned(change(before), code, briefs=briefs)
        books[name], counts[name] = typed(planned(before, code, briefs=briefs), plans[name])
    folder: Path = tmp_path_factory.mktemp("live")
    return Followed(plans, recalculated(books, folder, soffice), counts)


NAMES = [*(f"{key}_{code}" for key, code in BOOKS), *CHANGES]


@pytest.mark.parametrize("name", NAMES)
def test_that_every_cell_follows_the_entries(followed, name):
    assert differences(followed.plans[name], followed.found[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_that_no_cell_shows_an_error_afterwards(followed, name):
    assert errors(followed.found[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_that_something_was_typed(followed, name):
    assert followed.typed[name] > 3


def test_that_what_was_changed_is_another_book(followed):
    first, second = followed.plans["people"], followed.plans["pay"]
    assert first.sheets != second.sheets
