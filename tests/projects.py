"""Small projects and the example, for tests of every layer."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from workbench.document.client import Calendar
from workbench.document.metric import Metric
from workbench.document.project import Project
from workbench.document.value import validated

ROOT = Path(__file__).parents[1]
CASES = Path(__file__).parent / "cases"
FILES = Path(__file__).parent / "files"
EXAMPLE = CASES / "example.kpi"


def example_tree() -> dict[str, Any]:
    """The example as plain values, to be bent by a test."""
    tree: dict[str, Any] = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    return tree


@cache
def example() -> Project:
    """The example of the file format."""
    return Project.model_validate_json(EXAMPLE.read_bytes())


def project(*metrics: Metric, months: int = 3, **members: object) -> Project:
    """A project of some metrics, starting in January 2027."""
    calendar = Calendar(start="2027-01", months=months, country="RU")
    return validated(Project, {"calendar": calendar, "metrics": metrics, **members})


def metric(key: str, **members: object) -> Metric:
    """A metric called like its key, unless the members say otherwise."""
    return validated(Metric, {"key": key, "name": key, **members})
