"""Writing the workbook or its PDF as a piece of background work."""

from __future__ import annotations

from pathlib import Path

from workbench.base.languages import Language, language
from workbench.document.value import Key
from workbench.excel.export import Cancelled, export
from workbench.excel.plan import WorkbookPlan
from workbench.presenters.background import Control, Done, Outcome, Stopped, Work
from workbench.presenters.sheets.outside import Outside
from workbench.presenters.sheets.preview import Order


def workbook(order: Order, vacant: frozenset[Key], path: Path) -> Work:
    """The export of a project as it is now: what is edited meanwhile does not get in."""
    project, chosen = order.forecast.project, order.chosen

    def write(control: Control) -> Outcome:
        try:
            export(
                project,
                path,
                language(chosen.language),
                roles=[role.key for role in chosen.roles(project)],
                briefs=chosen.briefs(project, vacant),
                without=chosen.without,
                draft=order.draft,
                dress=order.dress,
                progress=control.report,
                cancelled=control.is_cancelled,
            )
        except Cancelled:
            return Stopped()
        return Done()

    return write


def pack(outside: Outside, plan: WorkbookPlan, path: Path, language: Language) -> Work:
    """The PDF of a workbook as it is planned now."""

    def write(control: Control) -> Outcome:
        try:
            outside.print(plan, path, language, control)
        except Cancelled:
            return Stopped()
        return Done()

    return write
