"""The built-in templates: one file for both languages, from which a project in one is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.base import places
from workbench.base.errors import WorkbenchError
from workbench.base.languages import CODES, Code
from workbench.base.texts import text
from workbench.document.project import Project
from workbench.storage.codec import project_of
from workbench.storage.json_text import Tree, read_tree, words_of
from workbench.storage.project_file import SUFFIX, read_bytes
from workbench.storage.versions import migrated


@dataclass(frozen=True, slots=True)
class Template:
    """A template as the list shows it: words in one language, numbers of roles and metrics."""

    key: str
    name: str
    description: str
    roles: int
    metrics: int


class NoSuchTemplate(WorkbenchError):
    """A key that no template has."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(
            text(
                "there is no template “{key}”; there are {known}",
                key=key,
                known=", ".join(known),
            )
        )


def templates(language: Code) -> tuple[Template, ...]:
    """All templates, in the order of their keys."""
    return tuple(_template(_tree(file, language), file) for file in _files())


def load_template(key: str, language: Code) -> Project:
    """A new project from a template, in one language; raises `NoSuchTemplate`."""
    file = next((file for file in _files() if file.stem == key), None)
    if file is None:
        raise NoSuchTemplate(key, tuple(file.stem for file in _files()))
    tree = _tree(file, language)
    tree.pop("template", None)
    return project_of({**tree, "language": language}, file.name)


def in_language(tree: Any, language: Code) -> Any:
    """The tree with every object of exactly `ru` and `en` replaced by its value in one of them."""
    if isinstance(tree, dict):
        if tree.keys() == set(CODES):
            return tree[language]
        return {name: in_language(value, language) for name, value in tree.items()}
    if isinstance(tree, list):
        return [in_language(value, language) for value in tree]
    return tree


def _files() -> list[Path]:
    return sorted(places.templates().glob(f"*{SUFFIX}"))


def _tree(file: Path, language: Code) -> Tree:
    tree = read_tree(words_of(read_bytes(file), file.name), file.name)
    said: Tree = in_language(migrated(tree, file.name), language)
    return said


def _template(tree: Tree, file: Path) -> Template:
    about = tree.get("template", {})
    return Template(
        key=file.stem,
        name=str(about.get("name", file.stem)),
        description=str(about.get("description", "")),
        roles=len(tree.get("roles", ())),
        metrics=len(tree.get("metrics", ())),
    )
