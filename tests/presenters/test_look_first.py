"""Where to look first, in words."""

import pytest

from tests.planning.test_router import branches, funnel
from workbench.base.languages import language
from workbench.document.client import Channel
from workbench.document.kpi import Kpi
from workbench.document.project import Project
from workbench.planning.forward import calculate
from workbench.planning.router import route
from workbench.presenters.actuals.look_first import LookPicture, look_first


def told(project: Project, code: str = "en") -> LookPicture:
    plan = calculate(project)
    return look_first(route(plan, 0), plan, language(code))


def test_that_the_step_is_told_with_its_evidence():
    look = told(funnel({"leads": 120.0, "meetings": 45.0, "deals": 9.0}))
    assert look.heading == "Look first at “to_meeting”: sdr"
    assert look.lines == (
        "“leads” – 120 of 100 planned (120%), but “meetings” – 45 of 50 planned (90%). "
        "“to_meeting”: 37.5% instead of 50%.",
    )
    assert [chip.id for chip in look.roles] == ["sdr"]
    assert (look.metric, look.tone) == ("to_meeting", "bad")


def test_that_two_falls_in_a_row_are_no_contrast():
    look = told(funnel({"leads": 90.0, "meetings": 30.0}))
    assert "(90%), and “meetings”" in look.lines[0]


def test_that_a_volume_is_told_as_such():
    look = told(funnel({"leads": 70.0, "meetings": 35.0, "deals": 7.0}))
    assert look.heading == "Look first at “leads”: marketer"
    assert look.lines[0].startswith("“leads” – 70 of 100 planned (70%). Less came in here")


def test_that_marketing_is_asked_too_while_a_channel_is_searched_for():
    channels = (Channel(key="site", name="Site", state="searching"),)
    look = told(funnel({"leads": 120.0, "meetings": 45.0}, channels=channels, channel="site"))
    assert look.heading == "Look first at “to_meeting”: sdr, marketer"
    assert any(line.startswith("Channels still searched for: “Site”.") for line in look.lines)


def test_that_standards_are_to_be_checked():
    kpis = (Kpi(metric="to_meeting", role="sdr", standards=("answer in 15 minutes",)),)
    look = told(funnel({"leads": 120.0, "meetings": 45.0}, kpis=kpis))
    assert "Check the standards: answer in 15 minutes." in look.lines


def test_that_what_nobody_counted_is_told():
    look = told(funnel({"leads": 100.0, "deals": 6.0}))
    assert look.heading == "Look first at “to_meeting”, “to_deal”: sdr, seller"
    assert look.lines[-1] == "Not counted in Jan 2027: “meetings”."


def test_that_what_came_in_beside_is_no_conversion():
    look = told(branches({"leads": 80.0, "meetings": 30.0}))
    assert look.heading.endswith("nobody owns it")
    assert "“meetings” ÷ “leads”: 37.5% instead of 62.5%; what came from “calls”" in look.lines[0]


def test_that_nothing_lost_is_good():
    look = told(funnel({"leads": 100.0}))
    assert (look.tone, look.metric) == ("good", None)


def test_that_nothing_known_is_said():
    assert told(funnel({})).heading.startswith("No step of the funnel can be held against")


@pytest.mark.parametrize("facts", [{"leads": 120.0, "meetings": 45.0}, {"leads": 1.0}, {}])
def test_that_russian_is_spoken_throughout(facts):
    look = told(funnel(facts), "ru")
    assert "Look" not in look.heading
    assert "planned" not in " ".join(look.lines)
