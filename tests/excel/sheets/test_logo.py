"""The client's logo on the sheets that are handed to a person."""

import pytest

from tests.excel.books import planned
from tests.excel.test_images import png
from tests.projects import example
from workbench.excel.book import Dress
from workbench.excel.images import checked_image

ROLES, BRIEFS = 7, 3  # of the example: a sheet a role, a brief a vacancy


def dressed(**members):
    sheets = planned(example(), dress=Dress(**members)).sheets
    return [sheet for sheet in sheets if sheet.kind in ("role", "brief")]


def test_that_it_is_on_every_sheet_of_a_role():
    found = [sheet.pictures for sheet in dressed(logo=checked_image(png(40, 10), "logo"))]
    assert [[one.words for one in pictures] for pictures in found] == [
        ["Logo of Пример: B2B SaaS"]
    ] * (ROLES + BRIEFS)


@pytest.mark.parametrize("size", [(40, 10), (10, 40), (400, 1)])
def test_that_it_stands_beside_the_title_and_keeps_its_proportions(size):
    for sheet in dressed(logo=checked_image(png(*size), "logo")):
        (logo,) = sheet.pictures
        assert logo.width / logo.height == pytest.approx(size[0] / size[1])
        assert logo.height <= sheet.heights[0] + sheet.heights[1]
        beside = {cell.column for cell in sheet.cells if cell.row < 2}
        assert max(beside) < logo.column


def test_that_there_is_none_without_one():
    assert [sheet.pictures for sheet in dressed()] == [()] * (ROLES + BRIEFS)
