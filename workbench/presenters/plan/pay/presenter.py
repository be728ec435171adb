"""Decides what the Pay tab shows, and keeps the facts that are tried there."""

from __future__ import annotations

from typing import Protocol

from workbench.base.texts import Text
from workbench.document.role import Role
from workbench.document.value import Key
from workbench.planning.forecast import Forecast
from workbench.planning.pay import RolePay
from workbench.planning.pay_budget import PayBudget, pay_budget
from workbench.presenters.charts import MonthsPicture
from workbench.presenters.desk import Desk
from workbench.presenters.plan.choice import Choice
from workbench.presenters.plan.pay.budgeting import by_role_table, gaps, scenarios_table
from workbench.presenters.plan.pay.by_month import months_chart
from workbench.presenters.plan.pay.curve import curve
from workbench.presenters.plan.pay.earning import roles_table
from workbench.presenters.plan.pay.picture import Curve, Table, Trial
from workbench.presenters.plan.pay.trying import trial, tried
from workbench.presenters.plan.pay.words import Words
from workbench.presenters.selection import Selected


class PayView(Protocol):
    """What can be shown of pay."""

    def show_emptiness(self, empty: bool) -> None:
        """Show that there are no roles, or everything else."""

    def show_roles(self, table: Table) -> None:
        """Show what a person of each role earns."""

    def show_trial(self, trial: Trial | None) -> None:
        """Show the role that is tried."""

    def show_curve(self, curve: Curve | None) -> None:
        """Show what the chosen KPI pays."""

    def show_budget(self, scenarios: Table, roles: Table, gaps: str) -> None:
        """Show what the department is paid by scenario, and by role in one of them."""

    def show_months(self, picture: MonthsPicture) -> None:
        """Show what it is paid in each month."""


class PayPresenter:
    """Works only while its tab can be seen; what is tried is forgotten with the project."""

    def __init__(self, desk: Desk, choice: Choice, view: PayView) -> None:
        self._desk = desk
        self._choice = choice
        self._view = view
        self._visible = False
        self._role: Key | None = None
        self._kpi: Key | None = None
        self._known: tuple[Forecast, tuple[PayBudget, ...]] | None = None
        self._typed: dict[Key, dict[Key, float | None]] = {}
        choice.changed.connect(self._refresh)
        desk.selection.changed.connect(self._on_selected)
        desk.session.opened.connect(self._on_opened)

    def set_visible(self, visible: bool) -> None:
        """Start or stop following the plan."""
        self._visible = visible
        self._refresh()

    def choose_role(self, key: Key) -> None:
        """Try a role; the inspector shows what it is paid."""
        self._desk.selection.role(key)

    def choose_kpi(self, metric: Key) -> None:
        """Show the curve of a KPI of the role; the inspector edits its scale."""
        if self._role is not None:
            self._desk.selection.cell(metric, self._role)

    def choose_scenario(self, key: Key | None) -> None:
        """Let the whole plan be about the base or a scenario."""
        self._choice.choose(key)

    def try_fact(self, metric: Key, fact: float | None) -> None:
        """Reckon with a fact instead of the forecast, or with none; its KPI becomes the chosen."""
        if self._role is not None:
            self._typed.setdefault(self._role, {})[metric] = fact
            self._kpi = metric
            self._show_trial()

    def forget(self) -> None:
        """Reckon with the forecast again."""
        if self._role is not None:
            self._typed.pop(self._role, None)
            self._show_trial()

    def open_roles(self) -> None:
        """Go where roles are made."""
        self._desk.go("roles")

    @property
    def _words(self) -> Words:
        return Words(self._desk.project, self._desk.language)

    def _refresh(self) -> None:
        if not self._visible:
            return
        self._follow(self._desk.selection.selected)
        self._view.show_emptiness(not self._desk.project.roles)
        self._show_role()
        self._show_budget()

    def _show_role(self) -> None:
        self._view.show_roles(roles_table(self._words, self._role))
        self._show_trial()

    def _show_trial(self) -> None:
        if self._role is None:
            self._view.show_trial(None)
            self._view.show_curve(None)
            return
        role = self._desk.project.role(self._role)
        typed = self._typed.get(role.key, {})
        earned = tried(self._choice.numbers().chosen, role, typed)
        kpi = self._kpi_of(earned)
        self._view.show_trial(trial(earned, typed, kpi, self._words))
        parts = (part for part in earned.kpis if part.kpi.metric == kpi)
        part = next(parts, None)
        self._view.show_curve(curve(part, self._words, role.color) if part else None)

    def _show_budget(self) -> None:
        budgets, shown = self._budgets(), self._choice.scenario
        keys = [one.scenario for one in budgets]
        here = budgets[keys.index(shown)]
        missing: Text | None = gaps(here, self._words)
        self._view.show_budget(
            scenarios_table(budgets, shown.key if shown else None, self._words),
            by_role_table(here, self._role, self._words),
            self._desk.say(missing) if missing else "",
        )
        self._view.show_months(months_chart(here, budgets[0], self._words))

    def _budgets(self) -> tuple[PayBudget, ...]:
        """The base and all scenarios; computed once, for choosing a role changes none."""
        base = self._desk.forecast
        if self._known is None or self._known[0] is not base:
            found = tuple(pay_budget(one) for one in self._choice.forecasts.all())
            self._known = (base, found)
        return self._known[1]

    def _follow(self, selected: Selected) -> None:
        """The role that is selected, else the one before, else the first that is paid by KPIs."""
        roles = self._desk.project.role_by_key
        meant = selected.cell[1] if selected.cell else selected.role
        if meant in roles:
            self._role = meant
            self._kpi = selected.cell[0] if selected.cell else self._kpi
        elif self._role not in roles:
            self._role = self._first()

    def _first(self) -> Key | None:
        project = self._desk.project
        paid = {kpi.role for kpi in project.kpis if kpi.is_measured and kpi.weight}

        def worth(role: Role) -> bool:
            return bool(role.bonus) and role.key in paid

        found = sorted(project.roles, key=worth, reverse=True)
        return found[0].key if found else None

    def _kpi_of(self, earned: RolePay) -> Key | None:
        """The chosen KPI, else the first of the role."""
        metrics = [part.kpi.metric for part in earned.kpis]
        return self._kpi if self._kpi in metrics else metrics[0] if metrics else None

    def _on_selected(self, selected: Selected) -> None:
        before = self._role
        self._follow(selected)
        if self._visible:
            self._show_role()
            if self._role != before:
                self._show_budget()

    def _on_opened(self) -> None:
        self._typed.clear()
        self._role = self._kpi = None
