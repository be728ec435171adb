"""A project as the bytes of its file, and back."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from workbench.base.texts import text
from workbench.document.project import FORMAT, VERSION, Project
from workbench.document.refusal import Refused, refusal
from workbench.storage.bad_file import BadFile, Spot, spot_at
from workbench.storage.json_text import read_tree, words_of
from workbench.storage.layout import start_of
from workbench.storage.migrations import Tree
from workbench.storage.versions import migrated, version_of

LARGEST = 50 * 1024 * 1024
# Lists and objects; a hundred thousand journeys of five touches have seven hundred thousand.
MOST_THINGS = 1_000_000
# Above this a float written as a whole number would show figures it does not have.
_WHOLE = 1e15


def encode(project: Project) -> bytes:
    """The file of a project: the members that were set, in their order, then the unknown ones."""
    tree = project.model_dump(mode="json", by_alias=True, exclude_unset=True)
    tree = {"format": FORMAT, "version": VERSION, **tree}
    return to_json(_tidy(tree), indent=2) + b"\n"


def decode(data: bytes, name: str) -> Project:
    """The project in the bytes of a file called `name`; raises `BadFile`."""
    refuse_size(len(data), name)
    words = words_of(data, name)
    if words.count("{") + words.count("[") > MOST_THINGS:
        raise BadFile(name, text("there are far more things in it than in any project"))
    tree = read_tree(words, name)
    if version_of(tree, name) == VERSION:
        return _project(words, name)
    return project_of(migrated(tree, name), name)


def project_of(tree: Tree, name: str) -> Project:
    """The project a tree of plain values describes; raises `BadFile`, without a line."""
    try:
        return Project.model_validate_json(json.dumps(tree))
    except ValidationError as error:
        raise BadFile(name, refusal(error).message) from None
    except Refused as refused:
        raise BadFile(name, refused.message) from None


def refuse_size(size: int, name: str) -> None:
    """Raise `BadFile` for a size no project has."""
    if size > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise BadFile(name, text("the file is larger than {limit} MB", limit=limit))


def _project(words: str, name: str) -> Project:
    try:
        return Project.model_validate_json(words)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "json_invalid":
            raise _unreadable(str(first["ctx"]["error"]), name) from None
        refused = refusal(error)
    except Refused as found:
        refused = found
    spot = spot_at(words, start_of(words, refused.place))
    raise BadFile(name, refused.message, spot) from None


def _unreadable(reason: str, name: str) -> BadFile:
    """What the stricter of the two readers refuses: deep nesting, and halves of characters."""
    at = re.search(r"line (\d+) column (\d+)", reason)
    spot = Spot(int(at[1]), int(at[2])) if at else None
    if "recursion" in reason:
        return BadFile(name, text("brackets are nested too deep"), spot)
    if "surrogate" in reason or "hex escape" in reason:
        return BadFile(name, text("the text has half a character in it"), spot)
    return BadFile(name, text("this is not valid JSON"), spot)


def _tidy(tree: Any) -> Any:
    """The tree with whole floats as integers, as people write them."""
    if isinstance(tree, dict):
        return {name: _tidy(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [_tidy(value) for value in tree]
    if isinstance(tree, float) and tree.is_integer() and abs(tree) < _WHOLE:
        return int(tree)
    return tree
