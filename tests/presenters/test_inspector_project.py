from __future__ import annotations

from typing import TypeVar

import pytest

from tests.presenters.conftest import Notices
from tests.projects import metric, project
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.project import ProjectPresenter
from workbench.presenters.inspector.rows import (
    AddRow,
    ChoiceRow,
    FactRow,
    ItemRow,
    NoteRow,
    NumberRow,
    Picture,
    Row,
    TextRow,
)
from workbench.presenters.inspector.wishes import (
    Added,
    Chosen,
    Folded,
    Moved,
    Numbered,
    Removed,
    Typed,
    Wish,
)

R = TypeVar("R", bound=Row)


class Project:
    """The project inspector and what it shows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.shown: list[Picture] = []
        self.presenter = ProjectPresenter(desk, self)
        self.presenter.refresh()

    def show_picture(self, picture: Picture) -> None:
        self.shown.append(picture)

    def hand_over(self) -> None:
        """Nothing is being typed here."""

    def row(self, key: str, kind: type[R]) -> R:
        row = self.shown[-1].row(key)
        assert isinstance(row, kind), f"{key} is {row}"
        return row

    def wish(self, wish: Wish) -> None:
        self.presenter.answer(wish)

    @property
    def undo(self) -> str:
        return str(self.desk.session.history.undo_title)


@pytest.fixture
def shown(desk: Desk) -> Project:
    return Project(desk)


def test_that_the_client_stands_above_what_there_is(shown: Project) -> None:
    picture = shown.shown[-1]
    assert isinstance(picture.title, TextRow)
    assert picture.title.words == "Пример: B2B SaaS"
    assert picture.subtitle == "20 metrics · 7 roles · 12 months"


def test_that_it_rests_while_something_is_selected(desk: Desk, shown: Project) -> None:
    desk.selection.metrics(["leads"])
    before = len(shown.shown)
    desk.speak("ru")
    assert len(shown.shown) == before
    desk.selection.clear()
    assert len(shown.shown) == before + 1


@pytest.mark.parametrize(
    ("wish", "member", "value"),
    [
        (Typed("name", "Ромашка"), "name", "Ромашка"),
        (Typed("name", ""), "name", ""),
        (Typed("industry", "Услуги"), "industry", "Услуги"),
        (Typed("notes", "a\nb"), "notes", "a\nb"),
        (Chosen("currency", "EUR"), "currency", "EUR"),
        (Chosen("currency", " usd "), "currency", "USD"),
        (Numbered("sales_people", 4), "sales_people", 4),
        (Numbered("sales_people", None), "sales_people", None),
        (Numbered("sales_people", -1), "sales_people", 12),
        (Chosen("has_marketing", "no"), "has_marketing", False),
    ],
)
def test_that_the_client_is_changed(
    desk: Desk, shown: Project, wish: Wish, member: str, value: object
) -> None:
    shown.wish(wish)
    assert getattr(desk.project.client, member) == value


@pytest.mark.parametrize("words", ["рубль", "EURO", "E1R", ""])
def test_that_a_currency_has_three_letters(
    desk: Desk, shown: Project, notices: Notices, words: str
) -> None:
    shown.wish(Chosen("currency", words))
    assert desk.project.client.currency == "RUB"
    assert notices.said == ["A currency is given by three letters, such as EUR"]


def test_that_a_currency_that_is_not_offered_is_shown(desk: Desk, shown: Project) -> None:
    shown.wish(Chosen("currency", "XTS"))
    row = shown.row("currency", ChoiceRow)
    assert row.chosen == "XTS"
    assert row.options[0].id == "XTS"


def test_that_the_project_has_a_language_of_its_own(desk: Desk, shown: Project) -> None:
    shown.wish(Chosen("language", "en"))
    assert desk.project.language == "en"
    assert shown.undo == "Change the language of the project"


def test_that_the_first_month_is_chosen(desk: Desk, shown: Project) -> None:
    shown.wish(Chosen("start month", "03"))
    shown.wish(Numbered("start year", 2026))
    assert desk.project.calendar.start == "2026-03"


@pytest.mark.parametrize("value", [None, 27.0, 2027.5, 20_270.0])
def test_that_a_year_has_four_figures(
    desk: Desk, shown: Project, notices: Notices, value: float | None
) -> None:
    shown.wish(Numbered("start year", value))
    assert desk.project.calendar.start == "2027-01"
    assert len(notices.said) == 1


@pytest.mark.parametrize("value", [None, 0.0, 1.5, 121.0])
def test_that_a_plan_has_a_sensible_number_of_months(
    desk: Desk, shown: Project, notices: Notices, value: float | None
) -> None:
    shown.wish(Numbered("months", value))
    assert desk.project.calendar.months == 12
    assert notices.said == ["A plan has from 1 to 120 months"]


def test_that_the_plan_gets_another_length(desk: Desk, shown: Project) -> None:
    shown.wish(Numbered("months", 24))
    assert desk.project.calendar.months == 24
    visits = desk.project.metric("visits").value
    assert isinstance(visits, tuple)
    assert visits[12:] == (39_000,) * 12


def test_that_values_left_behind_the_start_are_told(
    desk: Desk, shown: Project, notices: Notices
) -> None:
    shown.wish(Chosen("start month", "03"))
    visits = desk.project.metric("visits").value
    assert isinstance(visits, tuple)
    assert visits[0] == 42_000
    assert notices.said[0].startswith("Values of 2 months before the new start are left out")


def test_that_values_can_move_with_the_start(desk: Desk, shown: Project, notices: Notices) -> None:
    before = desk.project.metric("visits").value
    shown.wish(Chosen("keep", "order"))
    shown.wish(Chosen("start month", "03"))
    assert desk.project.metric("visits").value == before
    assert notices.said == []
    assert shown.row("keep", ChoiceRow).chosen == "order"


def test_that_it_only_asks_about_values_by_month_where_there_are_any() -> None:
    shown = Project(Desk(project(metric("a", value=1.0)), "en"))
    assert shown.shown[-1].row("keep") is None


def test_that_a_country_is_chosen(desk: Desk, shown: Project) -> None:
    shown.wish(Chosen("country", "KZ"))
    assert desk.project.calendar.country == "KZ"
    chosen = shown.row("country", ChoiceRow)
    assert [option.text for option in chosen.options if option.id == "KZ"] == ["Kazakhstan"]


def test_that_working_days_are_counted_where_a_formula_asks() -> None:
    one = project(metric("a", unit="days", formula="workdays()"), months=12)
    shown = Project(Desk(one, "en"))
    assert shown.row("workdays", FactRow).words == "247 days in the plan"
    shown.wish(Chosen("country", ""))
    assert shown.row("workdays", FactRow).tone == "bad"


def test_that_working_days_are_left_out_otherwise(shown: Project) -> None:
    assert shown.shown[-1].row("workdays") is None


def phases(desk: Desk) -> list[str]:
    return [phase.name for phase in desk.project.phases]


def test_that_a_phase_is_added(desk: Desk, shown: Project) -> None:
    shown.wish(Added("phase", "Возврат"))
    assert phases(desk)[-1] == "Возврат"
    assert desk.project.phases[-1].key == "vozvrat"
    assert shown.undo == "Add the phase “Возврат”"


def test_that_a_phase_is_renamed(desk: Desk, shown: Project) -> None:
    shown.wish(Typed("phase deal", "Продажа"))
    assert phases(desk) == ["Интерес", "Продажа", "Сервис"]
    shown.wish(Typed("phase deal", ""))
    assert phases(desk)[1] == "Продажа"


def test_that_a_phase_changes_places(desk: Desk, shown: Project) -> None:
    shown.wish(Moved("phase deal", -1))
    assert phases(desk) == ["Сделка", "Интерес", "Сервис"]
    shown.wish(Moved("phase deal", -1))
    assert phases(desk) == ["Сделка", "Интерес", "Сервис"]


def test_that_the_ends_of_the_list_move_one_way_only(shown: Project) -> None:
    first, last = shown.row("phase interest", ItemRow), shown.row("phase service", ItemRow)
    assert (first.move_up, last.move_down) == ("", "")
    assert first.move_down
    assert last.move_up


def test_that_metrics_of_a_removed_phase_have_none(desk: Desk, shown: Project) -> None:
    shown.wish(Removed("phase interest"))
    assert phases(desk) == ["Сделка", "Сервис"]
    assert desk.project.metric("leads").phase is None


def test_that_channels_are_added_renamed_and_confirmed(desk: Desk, shown: Project) -> None:
    shown.wish(Added("channel", "Рассылка"))
    shown.wish(Typed("channel rassylka", "E-mail"))
    shown.wish(Chosen("channel rassylka state", "confirmed"))
    channel = desk.project.channels[-1]
    assert (channel.name, channel.state) == ("E-mail", "confirmed")


def test_that_a_channel_is_searching_at_first(desk: Desk, shown: Project) -> None:
    shown.wish(Added("channel", "Рассылка"))
    assert desk.project.channels[-1].state == "searching"


def test_that_metrics_of_a_removed_channel_have_none(desk: Desk, shown: Project) -> None:
    shown.wish(Removed("channel site"))
    assert desk.project.metric("visits").channel is None
    assert shown.undo == "Remove the channel “Сайт”"


def test_that_a_namesake_gets_a_key_of_its_own(desk: Desk, shown: Project) -> None:
    shown.wish(Added("channel", "Рассылка"))
    shown.wish(Added("channel", "Рассылка"))
    assert [c.key for c in desk.project.channels[-2:]] == ["rassylka", "rassylka_2"]


def test_that_goals_are_listed_by_metric(shown: Project) -> None:
    assert shown.row("goal 0", ItemRow).label == "Выручка"
    assert shown.row("goal 0 value", NumberRow).value == 7_000_000


def test_that_a_goal_is_added_for_a_metric_without_one(desk: Desk, shown: Project) -> None:
    options = {option.id for option in shown.row("goal", AddRow).options}
    assert "revenue" not in options
    shown.wish(Added("goal", "deals"))
    assert desk.project.goals[-1].metric == "deals"


def test_that_a_project_without_goals_says_so(desk: Desk, shown: Project) -> None:
    shown.wish(Removed("goal 0"))
    assert shown.row("no_goal", NoteRow).words.startswith("No goal yet")


def test_that_sections_stay_as_they_were_left(desk: Desk, shown: Project) -> None:
    shown.wish(Folded("client", False))
    section = shown.shown[-1].section("client")
    assert section is not None
    assert not section.open
