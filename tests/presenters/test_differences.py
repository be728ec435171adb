"""What changed between two projects, a line a change."""

import datetime
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.projects import example, metric
from tests.projects import project as project_of
from tests.strategies import projects
from workbench.base.languages import CODES, language
from workbench.document.client import Channel, Client, Phase
from workbench.document.edits.kpis import Assign, ChangeKpi, Transfer, Unassign
from workbench.document.edits.metrics import ChangeMetric
from workbench.document.growth import Growth, Source, Year
from workbench.document.kpi import Kpi, Scale, Task
from workbench.document.metric import Hint, Influence, Position
from workbench.document.plan import Actual, Approval, Goal, Journey, Scenario, Touch
from workbench.document.refusal import Refused
from workbench.document.role import Capacity, Role
from workbench.formula.staffing import MergeRoles
from workbench.presenters.differences import differences

SDR, MARKETER, CONTRACTOR = "SDR", "Marketer", "Contractor"
HUNDRED = Capacity(metric="leads", per_person=100.0)
DUE = datetime.date(2027, 3, 1)
DEAL = Journey(closed=DUE, value=100.0, touches=(Touch(date=DUE, role="sdr"),))


def start():
    """A little of everything."""
    return project_of(
        metric("visits", name="Visits", value=(100.0, 200.0, 300.0), kind="stage"),
        metric("cr_lead", name="Visit to lead", unit="ratio", kind="conversion", value=0.03),
        metric("leads", name="Leads", formula="visits * cr_lead", kind="stage"),
        metric("revenue", name="Revenue", unit="money", value=1000.0),
        client=Client(name="Acme", currency="USD", sales_people=6.0, has_marketing=True),
        phases=(Phase(key="interest", name="Interest"), Phase(key="deal", name="Deal")),
        channels=(Channel(key="site", name="Website"),),
        roles=(
            Role(key="sdr", name=SDR, people=3.0, capacity=(HUNDRED,)),
            Role(key="marketer", name=MARKETER, ramp=(0.5, 1.0)),
            Role(key="contractor", name=CONTRACTOR, employment="contractor"),
        ),
        kpis=(
            Kpi(metric="cr_lead", role="sdr", weight=0.8, base=0.02, plan=0.03),
            Kpi(metric="revenue", role="marketer", part="shared", weight=0.5, standards=("a", "b")),
        ),
        tasks=(Task(role="contractor", name="Landing page", criteria=("fast",)),),
        goals=(Goal(metric="revenue", value=5000.0),),
        scenarios=(Scenario(key="more", name="More visits", values={"visits": 400.0}),),
        actuals=(Actual(metric="leads", month="2027-01", value=3.0),),
        journeys=(DEAL,),
        approvals=(Approval(code="KPI201", subject="sdr", role="sdr", reason="agreed"),),
    )  # fmt: skip


def lines(after, before=None, code="en"):
    return list(differences(before or start(), after, language(code)))


def changed(kind, key, /, **changes):
    """The project with one metric, role, … changed."""
    items = getattr(start(), kind)
    return start().having(
        **{kind: tuple(one.having(**changes) if one.key == key else one for one in items)}
    )


def test_that_equal_projects_do_not_differ():
    assert lines(start()) == []
    assert lines(example(), example()) == []


METRICS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("visits", {"name": "Visitors"}, ["“Visits” is now called “Visitors”"]),
    ("visits", {"kind": "driver"}, ["Visits: kind stage → driver"]),
    ("visits", {"unit_label": "people"}, ["Visits: unit in words – now “people”"]),
    ("visits", {"over_time": "last"},
     ["Visits: over time adds up over months → the last month counts"]),
    ("visits", {"better": "lower"},
     ["Visits: direction the higher the better → the lower the better"]),
    ("visits", {"value": (100.0, 250.0, 300.0)}, ["Visits: Feb 2027 200 → 250"]),
    ("visits", {"value": (100.0, None, 300.0)}, ["Visits: Feb 2027 – no longer set (was 200)"]),
    ("visits", {"value": 150.0}, ["Visits: value by month: 100; 200; 300 → 150"]),
    ("revenue", {"value": (1.0,) * 12},
     ["Revenue: value $1,000 → by month: $1; $1; $1; …"]),
    ("revenue", {"value": None}, ["Revenue: value – no longer set (was $1,000)"]),
    ("revenue", {"unit": "count"}, ["Revenue: unit money → count"]),
    ("cr_lead", {"value": 0.04}, ["Visit to lead: value 3% → 4%"]),
    ("cr_lead", {"value": 0.030000001}, ["Visit to lead: value – changed"]),
    ("cr_lead", {"low": 0.01, "high": 0.05},
     ["Visit to lead: low end of the range – now 1%",
      "Visit to lead: high end of the range – now 5%"]),
    ("cr_lead", {"norm": 0.05}, ["Visit to lead: norm – now 5%"]),
    ("cr_lead", {"hint": Hint(low=0.02, high=0.05, source="a survey", date="2026")},
     ["Visit to lead: market range – now 2% – 5% (a survey, 2026)"]),
    ("cr_lead", {"hint": Hint(high=0.05)}, ["Visit to lead: market range – now — – 5%"]),
    ("cr_lead", {"from_stage": "visits", "to_stage": "leads"},
     ["Visit to lead: start of the arrow – now Visits",
      "Visit to lead: end of the arrow – now Leads"]),
    ("cr_lead", {"guards": ("revenue",)}, ["Visit to lead: counter-metrics – added: Revenue"]),
    ("cr_lead", {"gaming": "empty leads"},
     ["Visit to lead: how it could be cheated – now “empty leads”"]),
    ("cr_lead", {"influence": Influence(direct=True, horizon="week", action="landing pages")},
     ["“Visit to lead” can be moved directly", "Visit to lead: horizon of influence – now week",
      "Visit to lead: action – now “landing pages”"]),
    ("leads", {"formula": "visits * cr_lead + 5"},
     ["Leads: formula Visits × [Visit to lead] → Visits × [Visit to lead] + 5"]),
    ("leads", {"formula": "visits *"}, ["Leads: formula Visits × [Visit to lead] → visits *"]),
    ("leads", {"formula": "cr_lead*visits", "name": "L"},
     ["“Leads” is now called “L”",
      "L: formula Visits × [Visit to lead] → [Visit to lead] × Visits"]),
    ("leads", {"formula": "visits*cr_lead"}, ["Leads: formula – changed"]),
    ("leads", {"phase": "deal", "channel": "site"},
     ["Leads: phase – now Deal", "Leads: channel – now Website"]),
    ("leads", {"source": "CRM", "recorded_by": "SDR", "note": "x"},
     ["Leads: source – now “CRM”", "Leads: recorded by – now “SDR”", "Leads: note – now “x”"]),
    ("leads", {"source": ""}, []),
    ("leads", {"position": Position(x=1.0, y=2.0)}, []),
    ("leads", {"x-new": 1}, ["Leads: x-new – changed"]),
]  # fmt: skip


@pytest.mark.parametrize(("key", "changes", "expected"), METRICS)
def test_that_a_change_of_a_metric_is_told(key, changes, expected):
    assert lines(changed("metrics", key, **changes)) == expected


def test_that_a_metric_that_can_no_longer_be_moved_is_told():
    before = changed("metrics", "leads", influence=Influence(direct=True))
    assert lines(start(), before) == ["“Leads” can no longer be moved directly"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (metric("cost", name="Cost of a lead", formula="revenue / leads"),
         "New metric “Cost of a lead” = Revenue ÷ Leads"),
        (metric("calls", name="Calls", value=20.0), "New metric “Calls”: 20"),
        (metric("calls", name="Calls"), "New metric “Calls”"),
    ],
)  # fmt: skip
def test_that_a_new_metric_is_told_with_what_it_is(new, expected):
    assert lines(start().having(metrics=(*start().metrics, new))) == [expected]


def test_that_a_metric_taken_out_takes_its_kpis_along_without_a_word():
    after = start().having(
        metrics=start().metrics[:3], kpis=start().kpis[:1], goals=(), scenarios=start().scenarios
    )
    assert lines(after) == [
        "The metric “Revenue” is taken out",
        "The goal “Revenue” is taken out",
    ]


def test_that_many_months_are_counted():
    before = changed("metrics", "visits", value=tuple(map(float, range(12))))
    after = changed("metrics", "visits", value=tuple(map(float, range(5, 17))))
    assert lines(after, before) == ["Visits: 12 months changed, Jan 2027 – Dec 2027"]


def test_that_namesakes_are_told_apart():
    before = start().having(metrics=(*start().metrics, metric("leads_2", name="Leads", value=1.0)))
    after = ChangeMetric("leads_2", {"value": 2.0}).apply(before)
    assert lines(after, before) == ["Leads (leads_2): value 1 → 2"]


ROLES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("sdr", {"name": "Qualifier"}, ["“SDR” is now called “Qualifier”"]),
    ("sdr", {"people": 4.0}, ["SDR: people 3 → 4"]),
    ("sdr", {"mission": "qualify"}, ["SDR: mission – now “qualify”"]),
    ("sdr", {"duties": ("calls",), "not_responsible": ("revenue",), "competencies": ("talk",)},
     ["SDR: duties – added: “calls”", "SDR: does not answer for – added: “revenue”",
      "SDR: competencies – added: “talk”"]),
    ("sdr", {"salary": 2000.0, "bonus": 500.0, "payroll_tax": 0.3},
     ["SDR: salary $0 → $2,000", "SDR: bonus $0 → $500", "SDR: payroll tax 0% → 30%"]),
    ("sdr", {"attrition": 0.2, "absence": 0.08},
     ["SDR: leaving in a year 0% → 20%", "SDR: time away 0% → 8%"]),
    ("sdr", {"employment": "contractor"}, ["SDR: employment staff → contractor"]),
    ("sdr", {"color": "#1F5FBF"}, ["SDR: colour #7A8699 → #1F5FBF"]),
    ("sdr", {"capacity": (Capacity(metric="leads", per_person=120.0),)},
     ["SDR: capacity for “Leads” 100 → 120"]),
    ("sdr", {"capacity": (Capacity(metric="visits", per_person=9.0),)},
     ["SDR: capacity for “Leads” – no longer set (was 100)", "SDR: capacity for “Visits” – now 9"]),
    ("sdr", {"capacity": start().roles[0].capacity * 2}, ["SDR: capacity – changed"]),
    ("marketer", {"ramp": (0.3, 0.6, 1.0)},
     ["Marketer: output in the first months 50%, 100% → 30%, 60%, 100%"]),
    ("marketer", {"ramp": ()},
     ["Marketer: output in the first months – no longer set (was 50%, 100%)"]),
]  # fmt: skip


@pytest.mark.parametrize(("key", "changes", "expected"), ROLES)
def test_that_a_change_of_a_role_is_told(key, changes, expected):
    assert lines(changed("roles", key, **changes)) == expected


@pytest.mark.parametrize(
    ("people", "words"), [(1.0, "1 person"), (2.0, "2 people"), (0.5, "0.5 people")]
)
def test_that_a_new_role_is_told_with_its_people(people, words):
    roles = (*start().roles, Role(key="bdr", name="BDR", people=people))
    assert lines(start().having(roles=roles)) == [f"New role: BDR ({words})"]


def test_that_a_role_taken_out_leaves_what_it_answered_for():
    after = start().having(roles=start().roles[1:], kpis=start().kpis[1:], journeys=())
    assert lines(after) == [
        "The role SDR is taken out",
        "SDR no longer has “Visit to lead”",
        "1 journey is taken out",
    ]


def test_that_merged_roles_are_told_once():
    after = MergeRoles("marketer", "sdr").apply(start())
    told = lines(after)
    assert told[0] == "SDR is merged into Marketer"
    assert not [line for line in told if "no longer" in line or "handed" in line]
    assert "Marketer · Visit to lead: weight 80% → 50%" in told
    assert "1 journey is changed" in told


KPIS: list[tuple[dict[str, Any], list[str]]] = [
    ({"weight": 0.62}, ["SDR · Visit to lead: weight 80% → 62%"]),
    ({"part": "leader"}, ["SDR · Visit to lead: part owner → leader"]),
    ({"base": None, "plan": 0.035, "maximum": 0.04},
     ["SDR · Visit to lead: base – no longer set (was 2%)", "SDR · Visit to lead: plan 3% → 3.5%",
      "SDR · Visit to lead: maximum – now 4%"]),
    ({"period": "week"}, ["SDR · Visit to lead: period – now week"]),
    ({"scale": Scale(kind="steps", points=((0.8, 0.0), (1.0, 1.0)), threshold=0.8, cap=1.2)},
     ["SDR · Visit to lead: scale linear → steps",
      "SDR · Visit to lead: points of the scale – now 80%: 0%; 100%: 100%",
      "SDR · Visit to lead: threshold – now 80%", "SDR · Visit to lead: cap – now 120%"]),
    ({"actions": ("call",)}, ["SDR · Visit to lead: actions – added: “call”"]),
    ({"condition": "confirmed", "how": "calls"},
     ["SDR · Visit to lead: condition of the KPI – now “confirmed”",
      "SDR · Visit to lead: how it helps – now “calls”"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), KPIS)
def test_that_a_change_of_a_kpi_is_told(changes, expected):
    assert lines(ChangeKpi("cr_lead", "sdr", changes).apply(start())) == expected


@pytest.mark.parametrize(
    ("standards", "expected"),
    [
        (("b",), "taken out: “a”"),
        (("a", "b", "c"), "added: “c”"),
        (("b", "a"), "in another order"),
        (("a", "b", "b"), "added: “b”"),
    ],
)
def test_that_lines_of_a_list_are_told_one_by_one(standards, expected):
    after = ChangeKpi("revenue", "marketer", {"standards": standards}).apply(start())
    assert lines(after) == [f"Marketer · Revenue: standards of work – {expected}"]


@pytest.mark.parametrize(
    ("kpi", "agreed"),
    [
        (Kpi(metric="leads", role="marketer", weight=0.1, plan=330.0),
         "owner, weight 10%, plan 330"),
        (Kpi(metric="leads", role="marketer", part="contributor", weight=0.1), "contributor"),
        (Kpi(metric="leads", role="marketer", base=1.0, plan=2.0, maximum=3.0),
         "owner, weight 0%, base 1, plan 2, maximum 3"),
    ],
)  # fmt: skip
def test_that_a_kpi_that_is_given_is_told_with_what_is_agreed(kpi, agreed):
    after = Assign(kpi).apply(start())
    assert lines(after) == [f"“Leads” is given to Marketer ({agreed})"]


def test_that_a_kpi_that_is_taken_is_told():
    after = Unassign(frozenset({("revenue", "marketer")})).apply(start())
    assert lines(after) == ["Marketer no longer has “Revenue”"]


def test_that_a_kpi_handed_over_is_one_step():
    after = Transfer("cr_lead", "sdr", "marketer").apply(start())
    assert lines(after) == ["“Visit to lead” is handed over: SDR → Marketer"]
    after = ChangeKpi("cr_lead", "marketer", {"weight": 0.5}).apply(after)
    assert lines(after)[1:] == ["Marketer · Visit to lead: weight 80% → 50%"]


def test_that_the_order_of_kpis_means_nothing():
    assert lines(start().having(kpis=start().kpis[::-1])) == []


OTHERS: list[tuple[dict[str, Any], list[str]]] = [
    ({"language": "ru"}, ["Project: language English → Русский"]),
    ({"client": start().client.having(name="B", sales_people=4.0, has_marketing=False)},
     ["Client: name “Acme” → “B”", "Client: people in sales 6 → 4",
      "Client: marketing department yes → no"]),
    ({"client": start().client.having(industry="IT", notes="n", has_marketing=None)},
     ["Client: industry – now “IT”", "Client: marketing department – no longer set (was yes)",
      "Client: notes – now “n”"]),
    ({"client": start().client.having(currency="RUB")}, ["Client: currency USD → RUB"]),
    ({"calendar": start().calendar.having(start="2027-02", months=6, country="KZ")},
     ["Calendar: first month Jan 2027 → Feb 2027", "Calendar: number of months 3 → 6",
      "Calendar: country RU → KZ"]),
    ({"phases": (Phase(key="interest", name="Leads"), Phase(key="service", name="Service"))},
     ["The phase “Deal” is taken out", "New phase “Service”", "“Interest” is now called “Leads”"]),
    ({"phases": start().phases[::-1]}, ["Phases: in another order"]),
    ({"roles": start().roles[::-1]}, ["Roles: in another order"]),
    ({"channels": (Channel(key="site", name="Website", state="confirmed"),)},
     ["Channel “Website”: state searching → confirmed"]),
    ({"channels": (Channel(key="ads", name="Ads"),)},
     ["The channel “Website” is taken out", "New channel “Ads” (searching)"]),
    ({"goals": (Goal(metric="revenue", value=6000.0),)},
     ["The goal “Revenue”: value $5,000 → $6,000"]),
    ({"goals": (Goal(metric="revenue", value=5000.0, period="plan"),)},
     ["The goal “Revenue”: period month → whole plan"]),
    ({"growth": Growth(metric="revenue", revenues=(Year(year=2026, value=100.0),), leads=5.0)},
     ["Figures of a growth goal", "Growth goal: metric – now Revenue",
      "Growth goal: revenue by year – added: 2026: $100",
      "Growth goal: leads of the last year – now 5"]),
    ({"growth": Growth(sources=(Source(channel="site", visits=9.0),), stretch=0.1)},
     ["Figures of a growth goal", "Growth goal: stretch 5% → 10%",
      "Growth goal: sources – added: Website: 9 visits, — leads"]),
    ({"goals": (*start().goals, Goal(metric="leads", value=40.0, period="quarter"))},
     ["New goal: “Leads”, 40 a quarter"]),
    ({"scenarios": ()}, ["The scenario “More visits” is taken out"]),
    ({"scenarios": (Scenario(key="more", name="Most", values={"visits": 500.0, "cr_lead": 0.1}),)},
     ["“More visits” is now called “Most”", "The scenario “Most” · Visits: value 400 → 500",
      "The scenario “Most” · Visit to lead: value – now 10%"]),
    ({"scenarios": (*start().scenarios, Scenario(key="bad", name="Bad", values={"cr_lead": 0.01}))},
     ["New scenario “Bad”: Visit to lead 1%"]),
    ({"scenarios": (*start().scenarios, Scenario(key="bad", name="Bad"))}, ["New scenario “Bad”"]),
    ({"actuals": (Actual(metric="leads", month="2027-01", value=4.0),)},
     ["Leads: actual of Jan 2027 3 → 4"]),
    ({"actuals": (*start().actuals, Actual(metric="revenue", month="2027-02", value=9.0))},
     ["Revenue: actual of Feb 2027 – now $9"]),
    ({"actuals": tuple(Actual(metric="revenue", month=f"2027-0{at}", value=9.0)
                       for at in range(1, 8))},
     ["Leads: actual of Jan 2027 – no longer set (was 3)",
      "Revenue: actuals of 7 months, Jan 2027 – Jul 2027"]),
    ({"journeys": (DEAL, DEAL)}, ["1 journey is added"]),
    ({"journeys": ()}, ["1 journey is taken out"]),
    ({"journeys": (DEAL.having(touches=()),)}, ["1 journey is changed"]),
    ({"approvals": ()}, ["No longer accepted: KPI201 · SDR"]),
    ({"approvals": (start().approvals[0].having(reason="why not"),)},
     ["KPI201 · SDR: reason “agreed” → “why not”"]),
    ({"approvals": (start().approvals[0].having(fingerprint="ab"),)},
     ["Accepted anew: KPI201 · SDR"]),
    ({"approvals": (*start().approvals, Approval(code="KPI101", subject="leads", role="sdr"))},
     ["Accepted: KPI101 · Leads · SDR"]),
    ({"approvals": (*start().approvals, Approval(code="KPI301", subject="a topic", reason="no"))},
     ["Accepted: KPI301 · a topic (no)"]),
    ({"x-new": {"a": 1}}, ["Project: x-new – changed"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), OTHERS)
def test_that_a_change_of_the_rest_of_the_project_is_told(changes, expected):
    assert lines(start().having(**changes)) == expected


TASKS = [
    ({"due": DUE}, ["Task “Landing page” (Contractor): due date – now 01 Mar 2027"]),
    ({"criteria": ("fast", "tested")},
     ["Task “Landing page” (Contractor): quality criteria – added: “tested”"]),
    ({"accepted": True}, ["Task “Landing page” (Contractor): acceptance – now accepted"]),
    ({"accepted": False}, ["Task “Landing page” (Contractor): acceptance – now not accepted"]),
    ({"name": "Site"}, ["“Landing page” is now called “Site”"]),
    ({"role": "sdr"}, ["Task “Landing page” (SDR): role Contractor → SDR"]),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), TASKS)
def test_that_a_change_of_a_task_is_told(changes, expected):
    tasks = tuple(task.having(**changes) for task in start().tasks)
    assert lines(start().having(tasks=tasks)) == expected


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (Task(role="contractor", name="Audit", due=DUE, criteria=("done", "sourced")),
         "Contractor gets the task “Audit” (due 01 Mar 2027; criteria: “done”, “sourced”)"),
        (Task(role="contractor", name="Audit"), "Contractor gets the task “Audit”"),
    ],
)  # fmt: skip
def test_that_a_new_task_is_told_with_its_date_and_criteria(task, expected):
    assert lines(start().having(tasks=(*start().tasks, task))) == [expected]


def test_that_a_task_taken_out_is_told():
    assert lines(start().having(tasks=())) == ["Task “Landing page” (Contractor) is taken out"]


def test_that_of_two_tasks_alike_the_one_that_stayed_is_known_again():
    task = start().tasks[0]
    before = start().having(tasks=(task, task.having(due=DUE)))
    assert lines(before.having(tasks=(task.having(due=DUE),)), before) == [
        "Task “Landing page” (Contractor) is taken out"
    ]


def test_that_long_words_are_cut():
    (line,) = lines(changed("metrics", "leads", note="word " * 500))
    assert line.endswith("…”")
    assert len(line) < 120


def test_that_what_differs_only_behind_the_cut_is_said_to_differ():
    before, after = (changed("metrics", "leads", note="word " * 50 + end) for end in "ab")
    assert lines(after, before) == ["Leads: note – changed"]


RUSSIAN = [
    (changed("metrics", "visits", value=(100.0, 250.0, 300.0)), ["Visits: февр 2027 200 → 250"]),
    (changed("roles", "sdr", people=4.0), ["SDR: людей 3 → 4"]),
    (changed("metrics", "leads", source="CRM"), ["Leads: источник — теперь «CRM»"]),
    (ChangeKpi("cr_lead", "sdr", {"weight": 0.62}).apply(start()),
     ["SDR · Visit to lead: вес 80 % → 62 %"]),
    (ChangeKpi("cr_lead", "sdr", {"base": None}).apply(start()),
     ["SDR · Visit to lead: база — больше не задано (было: 2 %)"]),
    (Assign(Kpi(metric="leads", role="marketer", weight=0.1, plan=330.0)).apply(start()),
     ["Marketer получает KPI «Leads» (владелец, вес 10 %, план 330)"]),
    (Unassign(frozenset({("revenue", "marketer")})).apply(start()),
     ["Marketer: KPI «Revenue» снят"]),
    (start().having(tasks=()), ["Задача «Landing page» (Contractor) убрана"]),
    (start().having(channels=(Channel(key="site", name="Website", state="confirmed"),)),
     ["Канал «Website»: состояние в поиске → подтверждён"]),
    (start().having(journeys=(DEAL,) * 3), ["добавлены 2 пути клиента"]),
    (start().having(goals=(*start().goals, Goal(metric="leads", value=40.0))),
     ["Новая цель: «Leads», 40 в месяц"]),
]  # fmt: skip


@pytest.mark.parametrize(("after", "expected"), RUSSIAN)
def test_that_everything_can_be_told_in_russian(after, expected):
    assert [line.replace("\u00a0", " ") for line in lines(after, code="ru")] == expected


EVERYTHING = (
    [changed("metrics", key, **changes) for key, changes, told in METRICS if told]
    + [changed("roles", key, **changes) for key, changes, _ in ROLES]
    + [ChangeKpi("cr_lead", "sdr", changes).apply(start()) for changes, _ in KPIS]
    + [start().having(**changes) for changes, _ in OTHERS]
)


def test_that_no_line_stays_english_in_russian():
    english = [line for after in EVERYTHING for line in lines(after)]
    russian = [line for after in EVERYTHING for line in lines(after, code="ru")]
    same = {line for line in english if line in russian}
    assert same <= {"SDR: x-new – changed"}


@given(projects(), projects(), st.sampled_from(CODES))
def test_that_any_two_projects_can_be_told_apart(before, after, code):
    for line in differences(before, after, language(code)):
        assert line.strip()
        assert len(line.splitlines()) == 1


@given(projects(), st.sampled_from(CODES))
def test_that_a_project_does_not_differ_from_itself_read_again(project, code):
    again = type(project).model_validate_json(project.model_dump_json(by_alias=True))
    assume(again == project)
    assert differences(project, again, language(code)) == ()


KINDS = ("metrics", "roles", "kpis", "tasks", "goals", "scenarios")


def readable(value):
    """A value as plain ones, without what is empty and what nobody reads."""
    match value:
        case dict():
            tree = {name: readable(one) for name, one in value.items() if name != "position"}
            return {name: one for name, one in tree.items() if one not in (None, "", [], {})}
        case list() | tuple():
            return [readable(one) for one in value]
        case _:
            return value


def bend(data, project, kind, mine, theirs):
    """The first of a kind with one member of another project, as far as it fits."""
    names = sorted({*type(mine[0]).model_fields} - {"key", "metric", "role"})
    name = data.draw(st.sampled_from(names))
    try:
        bent = mine[0].having(**{name: getattr(theirs[0], name)})
        return bent, project.having(**{kind: (bent, *mine[1:])})
    except Refused:
        return mine[0], project


@given(projects(), projects(), st.data())
def test_that_a_single_change_that_can_be_read_is_told(project, other, data):
    kinds = [kind for kind in KINDS if getattr(project, kind) and getattr(other, kind)]
    kind = data.draw(st.sampled_from(kinds or ["none"]))
    mine: tuple[Any, ...] = getattr(project, kind, ())
    theirs: tuple[Any, ...] = getattr(other, kind, ())
    bent, after = bend(data, project, kind, mine, theirs) if mine else (None, project)
    differ = bent is not None and readable(bent.model_dump()) != readable(mine[0].model_dump())
    assert bool(differences(project, after, language("en"))) == differ
