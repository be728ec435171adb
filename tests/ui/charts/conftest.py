"""Charts that are really there."""

from __future__ import annotations

import pytest

from tests.ui.charts.pictures import KINDS


@pytest.fixture
def shown(qtbot, desk, theme, words):
    """Shows a picture in a chart of a size."""

    def show(chart, picture, width=380, height=240):
        made = chart(desk, theme, words)
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show_picture(picture)
        made.show()
        qtbot.waitExposed(made)
        return made

    yield show
    theme.use(dark=False)


@pytest.fixture(params=list(KINDS))
def chart(request, shown):
    """Each chart in turn, with an everyday picture."""
    made = shown(*KINDS[request.param])
    made.setAccessibleName("Chart")
    return made
