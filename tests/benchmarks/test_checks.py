"""How long all checks take on a large system, beside one forward calculation of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

from tests.projects import metric, project
from workbench.checks.catalogue import CHECKS
from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.runner import examine
from workbench.checks.system import System
from workbench.document.client import Channel, Client, Phase
from workbench.document.kpi import Kpi, Part
from workbench.document.metric import Influence, Metric
from workbench.document.plan import Goal
from workbench.document.project import Project
from workbench.document.role import Capacity, Role
from workbench.planning.assignment import STANDARD_SCALE
from workbench.planning.forecast import Forecast
from workbench.planning.forward import calculate

CHANNELS, METRICS, KPIS, ROLES = 12, 300, 60, 15
TEAMS = ("marketer", "sdr", "executive", "head", "kam")
ROUNDS = 9
MOVED = Influence(direct=True, horizon="week", action="what is done every day")

# The steps of a channel, each with its conversion from the one before: key, phase, rate.
STEPS = (
    ("leads", "interest", 0.03), ("qualified", "interest", 0.8), ("meetings", "deal", 0.4),
    ("visits_made", "deal", 0.9), ("opportunities", "deal", 0.55), ("proposals", "deal", 0.8),
    ("deals", "deal", 0.25), ("clients_new", "service", 0.95),
)  # fmt: skip


def stage(key: str, **members: object) -> Metric:
    return metric(key, name=key.replace("_", " "), kind="stage", **members)


def channel(n: int) -> Iterator[Metric]:
    """The funnel of one channel, from visits by month to what its customers cost and bring."""
    common = {"channel": f"channel_{n}", "source": "CRM"}
    yield stage(f"visits_{n}", phase="interest", influence=MOVED, **common,
                value=tuple(1000.0 + 10 * n + 40 * month for month in range(12)))  # fmt: skip
    before = f"visits_{n}"
    for name, phase, rate in STEPS:
        key = f"{name}_{n}"
        ends = {"from_stage": before, "to_stage": key, "phase": phase, **common}
        yield metric(f"cr_{key}", kind="conversion", unit="ratio", over_time="ratio", value=rate,
                     influence=MOVED, **ends)  # fmt: skip
        yield stage(key, formula=f"{before} * cr_{key}", phase=phase, **common)
        before = key
    money = {"unit": "money", **common}
    yield metric(f"budget_{n}", value=90_000.0 + n, better="within", **money)
    yield metric(f"deal_{n}", value=100_000.0, over_time="mean", influence=MOVED, **money)
    yield metric(f"revenue_{n}", kind="result", formula=f"deals_{n} * deal_{n}", **money)
    for name, volume in (("lead", "leads"), ("customer", "deals")):
        yield metric(f"cost_{name}_{n}", kind="result", formula=f"budget_{n} / {volume}_{n}",
                     over_time="ratio", better="lower", influence=MOVED, **money)  # fmt: skip


def every(name: str) -> str:
    """The sum of something over all channels."""
    return " + ".join(f"{name}_{n}" for n in range(CHANNELS))


def totals() -> Iterator[Metric]:
    """What the channels come to, the customers that stay, and what all of it costs."""
    for name in ("leads", "qualified", "meetings", "opportunities", "deals"):
        yield stage(name, formula=every(name))
    money = {"unit": "money", "kind": "result"}
    yield metric("revenue_new", formula=every("revenue"), **money)
    yield metric("churn", kind="conversion", unit="ratio", over_time="mean", value=0.02,
                 better="lower", influence=MOVED)  # fmt: skip
    yield stage("clients", over_time="last", formula="lag(clients, 1, 400) * (1 - churn) + deals")
    yield metric("fee", unit="money", over_time="mean", value=9000.0, influence=MOVED)
    yield metric("revenue_service", formula="clients * fee", **money)
    yield metric("revenue", formula="revenue_new + revenue_service", **money)
    payroll = " + ".join(f"cost({role.key})" for role in roles())
    yield metric("payroll", formula=payroll, better="lower", **money)
    yield metric("budget", formula=every("budget"), better="within", **money)
    yield metric("profit", formula="revenue - payroll - budget", **money)
    yield metric("cost_customer", formula="(budget + payroll) / deals", over_time="ratio",
                 better="lower", **money)  # fmt: skip
    yield metric("lifetime", formula="fee / churn", over_time="ratio", **money)


def roles() -> tuple[Role, ...]:
    volumes = {"marketer": "leads", "sdr": "qualified", "executive": "meetings"}
    return tuple(
        Role(
            key=f"{team}_{n}", name=f"{team} {n}", people=2.0, salary=90_000.0, bonus=40_000.0,
            payroll_tax=0.3, ramp=(0.3, 0.6, 1.0),
            capacity=(Capacity(metric=volumes[team], per_person=400.0),) if team in volumes else (),
        )
        for team in TEAMS for n in range(ROLES // len(TEAMS))
    )  # fmt: skip


def kpis() -> Iterator[Kpi]:
    """Four KPIs of every channel with their owners, and twelve of results that are led."""
    owned = (("visits", "marketer"), ("cr_qualified", "sdr"), ("cr_deals", "executive"),
             ("cost_lead", "marketer"))  # fmt: skip
    for n in range(CHANNELS):
        for name, team in owned:
            yield kpi(f"{name}_{n}", f"{team}_{n % 3}", "owner")
    for n in range(3):
        yield kpi("revenue", f"head_{n}", "leader")
        yield kpi("deals", f"head_{n}", "leader")
        yield kpi("cost_customer", f"head_{n}", "shared")
        yield kpi("churn", f"kam_{n}", "shared" if n else "owner")


def kpi(key: str, role: str, part: Part) -> Kpi:
    return Kpi(metric=key, role=role, part=part, weight=0.2, base=100.0, plan=120.0,
               period="month", scale=STANDARD_SCALE)  # fmt: skip


def large() -> Project:
    """Twelve channels side by side, filled up with drivers that nothing needs yet."""
    made = [one for n in range(CHANNELS) for one in channel(n)] + list(totals())
    made += [metric(f"spare_{n}", value=1.0) for n in range(METRICS - len(made))]
    return project(
        *made, months=12, roles=roles(), kpis=tuple(kpis()),
        client=Client(name="Large", currency="RUB", sales_people=18, has_marketing=True),
        phases=tuple(Phase(key=key, name=key) for key in ("interest", "deal", "service")),
        channels=tuple(
            Channel(key=f"channel_{n}", name=f"Channel {n}",
                    state="confirmed" if n % 3 else "searching")
            for n in range(CHANNELS)
        ),
        goals=(Goal(metric="revenue", value=5.7e6, period="month"),
               Goal(metric="payroll", value=4.8e6, period="month")),
    )  # fmt: skip


def fastest(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of some rounds; the others were disturbed."""
    found = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found) * 1000


def slowest_checks(forecast: Forecast) -> str:
    """What each of the slowest checks takes by itself, look-ups included."""
    took = [(fastest(partial(alone, check, forecast)), check.code) for check in CHECKS]
    return ", ".join(f"{code} {ms:.1f} ms" for ms, code in sorted(took, reverse=True)[:5])


def alone(check: Check, forecast: Forecast) -> list[Finding]:
    return list(check.find(System(forecast)))


def test_all_checks_of_a_large_system(benchmark) -> None:
    made = large()
    assert (len(made.metrics), len(made.kpis), len(made.roles)) == (METRICS, KPIS, ROLES)
    forecast = calculate(made)
    assert not forecast.model.errors
    floor = fastest(lambda: calculate(made))
    whole = fastest(lambda: examine(forecast))
    benchmark.pedantic(examine, args=(forecast,), rounds=1, iterations=1)
    benchmark.extra_info.update(floor=floor, ours=whole, ratio=whole / floor)
    print(f"{len(CHECKS)} checks {whole:.1f} ms, one calculation {floor:.1f} ms: "
          f"{whole / floor:.1f}x; {slowest_checks(forecast)}")  # fmt: skip
    assert whole <= 100 or whole / floor < 20
