"""What a role is paid, what it costs, and how its probation grows."""

from __future__ import annotations

from collections.abc import Hashable

from workbench.base.texts import Text, text
from workbench.document.kpi import Kpi
from workbench.planning.assignment import measured
from workbench.presenters.inspector.rows import FactRow, NoteRow, Row, Section
from workbench.presenters.inspector.wishes import Added, Filled, Numbered, Removed, Wish
from workbench.presenters.roles.role_subject import RoleSubject
from workbench.presenters.roles.rows import RampRow

_LONGEST = 12


def pay_section(subject: RoleSubject) -> Section:
    """Salary, bonus and tax; a contractor has a fee."""
    role = subject.role
    contractor = subject.is_contractor
    salary = text("Fee a month") if contractor else text("Salary a month")
    rows: list[Row] = [subject.number("salary", salary, role.salary, money=True)]
    if not contractor or role.bonus:
        bonus = text("Bonus at 100%")
        tip = text("A month, when every KPI is at its plan")
        rows.append(subject.number("bonus", bonus, role.bonus, money=True, tip=tip))
    if contractor and role.bonus:
        never = text("A contractor is paid for accepted tasks, never a share of the result.")
        rows.append(NoteRow(key="no_bonus", words=subject.say(never), tone="warn"))
    tax = text("Payroll tax")
    rows.append(subject.number("payroll_tax", tax, role.payroll_tax, share=True))
    rows += [*_limits(subject), _cost(subject)]
    return Section(
        "pay", subject.say(text("Pay")), tuple(rows), folds=True, open=subject.is_open("pay")
    )


def ramp_section(subject: RoleSubject) -> Section:
    """The share of full output by month after the start."""
    shares = subject.role.ramp
    captions = tuple(subject.say(text("month {n}", n=month)) for month in range(1, len(shares) + 1))
    row = RampRow(
        key="ramp",
        tip=subject.say(text("Share of full output: the targets of the probation")),
        shares=shares,
        captions=captions,
        color=subject.role.color,
        add=subject.say(text("Add a month")) if len(shares) < _LONGEST else "",
        remove=subject.say(text("Remove the last month")) if shares else "",
    )
    return Section(
        "ramp", subject.say(text("Probation")), (row,), folds=True, open=subject.is_open("ramp")
    )


def answer(subject: RoleSubject, wish: Wish) -> bool:
    """Do what is wished here; False when the wish belongs elsewhere."""
    ramp = subject.role.ramp
    match wish:
        case Numbered("salary" | "bonus" | "payroll_tax" as row, value, stepped):
            title = text("Change the pay of {name}", name=subject.role.name)
            subject.change(title, subject.run(row, stepped=stepped), **{row: value or 0.0})
        case Filled("ramp", month, values, stepped):
            run = subject.run(f"ramp {month}", stepped=stepped)
            _set_ramp(subject, (*ramp[:month], values[0] or 0.0, *ramp[month + 1 :]), run)
        case Added("ramp") if len(ramp) < _LONGEST:
            _set_ramp(subject, (*ramp, 1.0))
        case Removed("ramp") if ramp:
            _set_ramp(subject, ramp[:-1])
        case _:
            return False
    return True


def _limits(subject: RoleSubject) -> tuple[Row, ...]:
    """Threshold and cap where all KPIs have the same, else that they differ."""
    kpis = measured(subject.kpis)
    if not kpis or subject.is_contractor:
        return ()
    limits = {_limit(kpi) for kpi in kpis}
    different = subject.say(text("differ by KPI"))
    words = _shown(subject, *limits.pop()) if len(limits) == 1 else different
    tip = text("Below the threshold nothing is paid; above the cap nothing more")
    label = subject.say(text("Threshold / cap"))
    return (FactRow(key="limits", label=label, words=words, tip=subject.say(tip)),)


def _limit(kpi: Kpi) -> tuple[float | None, float | None]:
    return kpi.scale.threshold, kpi.scale.cap


def _shown(subject: RoleSubject, threshold: float | None, cap: float | None) -> str:
    percent = subject.language.percent
    return " / ".join("—" if limit is None else percent(limit) for limit in (threshold, cap))


def _cost(subject: RoleSubject) -> Row:
    currency = subject.project.client.currency
    tip = text("People × (salary + bonus at 100%) with payroll tax")
    return FactRow(
        key="cost",
        label=subject.say(text("The role costs a month")),
        words=subject.language.money(subject.role.monthly_cost, currency),
        strong=True,
        tip=subject.say(tip),
    )


def _set_ramp(subject: RoleSubject, shares: tuple[float, ...], run: Hashable = None) -> None:
    title: Text = text("Change the probation of {name}", name=subject.role.name)
    subject.change(title, run, ramp=shares)
