"""File versions: which ones this program reads, and how an older one becomes the current one."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import metadata

from workbench.base.texts import Text, text
from workbench.document.project import FORMAT, VERSION
from workbench.storage.bad_file import BadFile
from workbench.storage.migrations import STEPS, Step, Tree


def version_of(tree: Tree, name: str) -> int:
    """The file version of a tree; raises `BadFile` for other files and for newer versions."""
    if tree.get("format") != FORMAT:
        raise BadFile(name, text("this is not a KPI Workbench project"))
    version = tree.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise BadFile(name, text("the member “version” must be a whole number from 1"))
    if version > VERSION:
        raise BadFile(name, _newer(version, tree.get("needs")))
    return version


def migrated(
    tree: Tree, name: str, steps: Mapping[int, Step] = STEPS, current: int = VERSION
) -> Tree:
    """The tree as the current version has it, one step after another; raises `BadFile`."""
    version = version_of(tree, name)
    try:
        for number in range(version, current):
            tree = {**steps[number](tree), "version": number + 1}
    except (LookupError, TypeError, ValueError, AttributeError):
        reason = text("the file of version {version} is damaged", version=str(version))
        raise BadFile(name, reason) from None
    return tree


def _newer(version: int, needs: object) -> Text:
    """Files may name the program they need in the member `needs`; newer programs will do so."""
    own = {"version": str(version), "known": str(VERSION), "program": program_version()}
    if isinstance(needs, str) and 0 < len(needs) <= 20:
        return text(
            "the file has version {version} and needs KPI Workbench {needed} or newer; "
            "this is {program}",
            needed=needs,
            **own,
        )
    return text(
        "the file has version {version} and needs a newer KPI Workbench, one that reads "
        "version {version}; this is {program}, which reads up to version {known}",
        **own,
    )


def program_version() -> str:
    """The version of this program."""
    try:
        return metadata.version("kpi-workbench")
    except metadata.PackageNotFoundError:
        return "?"
