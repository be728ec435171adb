"""The file format as JSON Schema, for other programs and for editors."""

from __future__ import annotations

from typing import Any

from workbench.document.project import FORMAT, VERSION, Project


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a project file; unknown members are allowed everywhere."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:project:{VERSION}",
        **_with_required(Project.model_json_schema(by_alias=True)),
        "title": "KPI Workbench project",
        "description": (
            f"A *.kpi file, version {VERSION}: UTF-8 JSON. Keys are ASCII and unique in their "
            "list; every reference names a key of the list it refers to. Formulas are stored by "
            "key. Members that are not listed are kept and written back."
        ),
    }


def _with_required(schema: dict[str, Any]) -> dict[str, Any]:
    """A file must say what it is, though a project made in memory need not."""
    return schema | {"required": ["format", "version", *schema["required"]]}
