"""What the export writes: a workbook, or a PDF of the same sheets."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from workbench.base.languages import Language
from workbench.base.texts import Text
from workbench.excel.book import Dress
from workbench.excel.export import Progress, export, plan_workbook
from workbench.planning.forecast import Forecast


def write_export(
    forecast: Forecast,
    output: Path,
    language: Language,
    progress: Progress | None,
    *,
    roles: Collection[str] | None,
    briefs: Collection[str] | None,
    draft: Text | None,
    dress: Dress,
) -> None:
    """Write the file that the ending asks for, whole or not at all."""
    project = forecast.project
    if output.suffix.lower() != ".pdf":
        export(
            project, output, language, roles=roles, briefs=briefs, draft=draft, dress=dress,
            progress=progress,
        )  # fmt: skip
        return
    from workbench.ui.render import ensure_qt  # Qt, once there is something to draw

    plan = plan_workbook(
        project, forecast, language, roles=roles, briefs=briefs, draft=draft, dress=dress
    )
    ensure_qt()
    from workbench.ui.paper.pack import write_pack

    write_pack(plan, output, language, progress)
