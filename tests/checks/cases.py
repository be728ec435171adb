"""The cases of the checks: data that bends a sound system, and what must come of it.

A case has a `name` and

- `project`, a patch of `sound.kpi`: members of `client` and `calendar` by name; phases, channels,
  metrics, roles and scenarios by key; KPIs by "metric@role"; tasks by name; whole lists of goals
  and approvals. `null` takes something out; an unknown key adds something;
- `finds`, all that the check finds there, in order: severity, subject and role, and where the
  wording matters, the sentence in `en` or `ru`;
- `mend`, where there is one: the `title` of a mend of the first finding, or of the one numbered
  `finding` from 0, and in `after` the patch that makes the mended project of the one before. The
  finding is gone then, unless the mend is only a step and it `stays`.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.projects import CASES
from workbench.checks.catalogue import CHECKS
from workbench.checks.finding import Finding
from workbench.checks.runner import examine
from workbench.document.project import Project
from workbench.planning.forward import calculate

FOLDER = CASES / "checks"
_KEYED = ("phases", "channels", "metrics", "roles", "scenarios")


def sound_tree() -> dict[str, Any]:
    """The sound system as plain values."""
    tree: dict[str, Any] = json.loads((FOLDER / "sound.kpi").read_text(encoding="utf-8"))
    return tree


def sound() -> Project:
    """A small system of KPIs that no check has anything to say about."""
    return project_of(sound_tree())


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every case of every check, as (code, case)."""
    for path in sorted(FOLDER.glob("KPI*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            yield path.stem, case


def findings(project: Project, *codes: str) -> tuple[Finding, ...]:
    """What some checks find in a project, all of them when none is named."""
    checks = tuple(check for check in CHECKS if not codes or check.code in codes)
    return examine(calculate(project), checks).findings


def project_of(tree: dict[str, Any]) -> Project:
    """The project of plain values, read as a file is."""
    return Project.model_validate_json(json.dumps(tree))


def patched(tree: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """The tree with a patch applied."""
    after = copy.deepcopy(tree)
    for member, changes in patch.items():
        if member in ("client", "calendar"):
            after[member] = _merged(after[member], changes)
        elif member in _KEYED:
            _patch_list(after[member], changes, lambda item: item["key"])
        elif member == "kpis":
            _patch_list(after[member], changes, lambda kpi: f"{kpi['metric']}@{kpi['role']}")
        elif member == "tasks":
            _patch_list(after[member], changes, lambda task: task["name"])
        else:
            after[member] = changes
    return after


def _patch_list(items: list[Any], changes: dict[str, Any], key: Any) -> None:
    for name, change in changes.items():
        at = next((at for at, item in enumerate(items) if key(item) == name), None)
        if change is None:
            assert at is not None, f"there is no {name} to take out"
            del items[at]
        elif at is None:
            items.append(_identity(name) | change)
        else:
            items[at] = _merged(items[at], change)


def _identity(name: str) -> dict[str, Any]:
    """What a new item of a keyed list is found by; a KPI names its metric and role."""
    metric, sign, role = name.partition("@")
    return {"metric": metric, "role": role} if sign else {}


def _merged(item: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in item.items() if change.get(name, value) is not None}
    return kept | {name: value for name, value in change.items() if value is not None}


def comparable(project: Project) -> dict[str, Any]:
    """A project as plain values, without what is empty, and with KPIs in one order."""
    tree = project.model_dump(mode="json", by_alias=True, exclude_none=True)
    tree["kpis"].sort(key=lambda kpi: (kpi["metric"], kpi["role"]))
    return {name: value for name, value in tree.items() if value not in ([], {}, "")}


def bad_systems() -> list[Path]:
    """The deliberately bad systems as they occur in practice."""
    return sorted((CASES / "bad_systems").glob("*.kpi"))
