"""Which project a workbook is of, and which state of it: the same project gives the same marks."""

from __future__ import annotations

import hashlib
from typing import Any

from workbench.document.project import Project
from workbench.formula.names import folded

_LENGTH = 16
# What the client enters or the consultant arranges does not make the plan another one.
_NOT_THE_PLAN: Any = {
    "actuals": True, "journeys": True, "approvals": True,
    "metrics": {"__all__": {"position": True, "note": True}},
}  # fmt: skip


def project_mark(project: Project) -> str:
    """The mark of the client, which stays when the plan changes; empty without a name."""
    name = folded(project.client.name)
    return _digest(f"kpi-workbench client {name}") if name else ""


def export_mark(project: Project) -> str:
    """The mark of the plan as it is now: another one after any change of it."""
    return _digest(project.model_dump_json(exclude=_NOT_THE_PLAN))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
