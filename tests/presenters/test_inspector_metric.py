from __future__ import annotations

import pytest

from tests.presenters.conftest import Notices
from tests.presenters.inspecting import Inspecting
from workbench.document.edits.metrics import ChangeMetric
from workbench.formula.wiring import RemoveMetrics
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import FactRow, NumberRow, Section, TextRow
from workbench.presenters.inspector.wishes import Folded, Numbered, Typed


def test_that_a_metric_is_shown_with_its_name_and_what_it_is(desk: Desk) -> None:
    picture = Inspecting(desk, "qualified").picture
    assert picture.title == TextRow(
        key="name", label="Name", words="Квалифицированные лиды", tall=True
    )
    assert picture.subtitle == "Funnel stage · number per month"


@pytest.mark.parametrize(
    ("metric", "subtitle"),
    [
        ("cr_lead", "Conversion · %"),
        ("average_deal", "Driver · ₽"),
        ("clients", "Result · number at the end of the month"),
        ("working_days", "Driver · days per month"),
    ],
)
def test_that_the_subtitle_has_kind_unit_and_period(desk: Desk, metric: str, subtitle: str) -> None:
    assert Inspecting(desk, metric).picture.subtitle == subtitle


def test_that_a_unit_in_words_stands_in_the_subtitle(desk: Desk) -> None:
    desk.do(ChangeMetric("leads", {"unit_label": "заявок"}))
    assert Inspecting(desk, "leads").picture.subtitle == "Funnel stage · заявок per month"


def test_that_a_metric_is_renamed_in_place(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("name", "Заявки"))
    assert desk.project.metric("leads").name == "Заявки"
    assert inspecting.undo == "Rename “Лиды”"


def test_that_a_metric_cannot_lose_its_name(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("name", ""))
    assert desk.project.metric("leads").name == "Лиды"
    assert inspecting.picture.row("name") is None  # the title is shown again as it was
    assert len(inspecting.view.shown) == 2


def test_that_what_is_typed_belongs_to_the_metric_it_was_typed_for(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.view.typing = Typed("source", "amoCRM")
    desk.selection.metrics(["visits"])
    assert desk.project.metric("leads").source == "amoCRM"
    assert desk.project.metric("visits").source == "Яндекс Метрика"


def test_that_what_is_typed_for_a_metric_that_goes_is_dropped(desk: Desk) -> None:
    inspecting = Inspecting(desk, "churn")
    inspecting.view.typing = Typed("source", "CRM")
    desk.do(RemoveMetrics(frozenset({"churn"})))
    assert "churn" not in desk.project.metric_by_key


def test_that_an_edit_elsewhere_is_seen_at_once(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    assert inspecting.row("base", NumberRow).placeholder == "585"
    desk.do(ChangeMetric("cr_lead", {"value": 0.03}))
    assert inspecting.row("base", NumberRow).placeholder == "1,170"


def test_that_the_words_follow_the_language(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    shown = len(inspecting.view.shown)
    desk.speak("ru")
    assert len(inspecting.view.shown) == shown + 1


def test_that_undo_is_seen_at_once(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("source", "amoCRM"))
    desk.session.undo()
    assert inspecting.row("source", TextRow).words == "CRM"


def section(inspecting: Inspecting, key: str) -> Section:
    found = inspecting.picture.section(key)
    assert found is not None
    return found


def test_that_the_definition_is_closed_at_first(desk: Desk) -> None:
    assert not section(Inspecting(desk, "leads"), "definition").open


def test_that_open_sections_stay_open_for_the_next_metric(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Folded("definition", True))
    inspecting.wish(Folded("data", False))
    desk.selection.metrics(["visits"])
    assert section(inspecting, "definition").open
    assert not section(inspecting, "data").open


def test_that_folding_is_no_edit(desk: Desk) -> None:
    Inspecting(desk, "leads").wish(Folded("definition", True))
    assert not desk.session.history.done


def test_that_nothing_is_shown_when_nothing_is_selected(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    shown = len(inspecting.view.shown)
    desk.selection.clear()
    assert len(inspecting.view.shown) == shown


def test_that_steps_of_one_visit_are_one_edit_and_those_of_another_are_not(desk: Desk) -> None:
    inspecting = Inspecting(desk, "average_deal")
    inspecting.wish(Numbered("value", 190_000, stepped=True))
    inspecting.wish(Numbered("value", 200_000, stepped=True))
    desk.selection.metrics(["visits"])
    desk.selection.metrics(["average_deal"])
    inspecting.wish(Numbered("value", 210_000, stepped=True))
    desk.session.undo()
    assert desk.project.metric("average_deal").value == 200_000
    desk.session.undo()
    assert desk.project.metric("average_deal").value == 180_000


def test_that_an_unknown_wish_changes_nothing_and_shows_the_state(
    desk: Desk, notices: Notices
) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Typed("nonsense", "x"))
    assert not desk.session.history.done
    assert notices.said == []


def test_that_the_forecast_stands_where_there_is_no_owner(desk: Desk) -> None:
    assert Inspecting(desk, "qualified").row("now", FactRow).words == "468"


def test_that_no_two_rows_answer_to_the_same_key(desk: Desk) -> None:
    inspecting = Inspecting(desk, "leads")
    inspecting.wish(Folded("definition", True))
    for metric in desk.project.metrics:
        desk.selection.metrics([metric.key])
        keys = [row.key for section in inspecting.picture.sections for row in section.rows]
        assert len(keys) == len(set(keys)), metric.name
