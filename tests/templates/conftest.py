"""The built-in templates as plain JSON: as they lie in the file, and in either language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "templates"
KEYS = ("b2b_sales", "hiring_marketer", "crm_contractor")
LANGUAGES = ("ru", "en")

Pair = tuple[str, Any, Any]


def read(key: str) -> Any:
    return json.loads((FOLDER / f"{key}.kpi").read_text(encoding="utf-8"))


def in_language(value: Any, language: str) -> Any:
    """The value with every {"ru", "en"} object replaced by one of its members."""
    if isinstance(value, dict):
        if value.keys() & set(LANGUAGES):
            return in_language(value[language], language)
        return {name: in_language(member, language) for name, member in value.items()}
    if isinstance(value, list):
        return [in_language(item, language) for item in value]
    return value


def pairs_in(value: Any, place: str = "") -> Iterator[Pair]:
    """Every object that has a language, as (place, ru, en)."""
    if isinstance(value, dict):
        if value.keys() & set(LANGUAGES):
            yield place, value.get("ru"), value.get("en")
            return
        for name, member in value.items():
            yield from pairs_in(member, f"{place}/{name}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from pairs_in(item, f"{place}/{index}")


@pytest.fixture(params=KEYS)
def key(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def template(key: str) -> Any:
    """The file as it lies there, both languages in it."""
    return read(key)


@pytest.fixture
def pairs(template: Any) -> list[Pair]:
    return list(pairs_in(template))


@pytest.fixture(params=LANGUAGES)
def project(request: pytest.FixtureRequest, key: str) -> Any:
    """The template in one language: the plain project without the member `template`."""
    tree = in_language(read(key), request.param)
    del tree["template"]
    return tree


@pytest.fixture
def metrics(project: Any) -> dict[str, Any]:
    return {metric["key"]: metric for metric in project["metrics"]}


@pytest.fixture
def measured(project: Any) -> list[Any]:
    """The KPIs a role is measured by: all but the contributors' ones."""
    return [kpi for kpi in project["kpis"] if kpi["part"] != "contributor"]


@pytest.fixture
def owner_of(project: Any) -> dict[str, str]:
    return {kpi["metric"]: kpi["role"] for kpi in project["kpis"] if kpi["part"] == "owner"}
