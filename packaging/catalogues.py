#!/usr/bin/env python3
"""Brings the language files in step with the sentences in the code.

.venv/bin/python packaging/catalogues.py          update the .po files and compile them
.venv/bin/python packaging/catalogues.py --check  say what is missing or left over
"""

from __future__ import annotations

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ROOT / "resources" / "languages"
CHECKS = "workbench/checks/catalogue"
KEYWORDS = {"text": None, "plural": (1, 2), "context": ((1, "c"), 2)}


def extracted() -> Catalog:
    """Every message that stands in the code."""
    catalogue = Catalog(project="KPI Workbench", charset="utf-8")
    found = extract_from_dir(
        str(ROOT / "workbench"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("says:",)
    )
    for name, line, message, comments, context in found:
        place = [(f"workbench/{name}", line)]
        catalogue.add(message, locations=place, auto_comments=comments, context=context)
    for path, paragraph in help_pages():
        catalogue.add(paragraph, locations=[(path, 1)])
    return catalogue


def help_pages(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """The paragraphs of every check's docstring, each on one line, with the path of the module.

    No call of `text()` names them: a check makes its help page of them when it is shown.
    """
    for module in sorted((root / CHECKS).glob("kpi*.py")):
        page = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
        for paragraph in page.split("\n\n"):
            if paragraph.strip():
                yield f"{CHECKS}/{module.name}", " ".join(paragraph.split())


def translated(code: str) -> Catalog:
    """The catalogue of a language as it is in the repository."""
    with _file(code).open("rb") as file:
        return read_po(file, locale=code)


def faults(code: str) -> Iterator[str]:
    """What is wrong with a language: missing, left over, or with other braces than the original."""
    wanted = {(m.id, m.context): m for m in extracted() if m.id}
    present = {(m.id, m.context): m for m in translated(code) if m.id}
    for key in wanted.keys() - present.keys():
        yield f"{code}: missing: {key[0]!r}"
    for key in present.keys() - wanted.keys():
        yield f"{code}: left over: {key[0]!r}"
    for key in wanted.keys() & present.keys():
        yield from _faults_of(code, present[key])


def update(code: str) -> None:
    """Add new messages to a language, take gone ones out, keep the order of the code."""
    fresh = extracted()
    known = {(m.id, m.context): m.string for m in translated(code) if m.id}
    catalogue = Catalog(locale=code, project="KPI Workbench", charset="utf-8")
    for message in fresh:
        if message.id:
            said = known.get((message.id, message.context), "")
            places = sorted({(name, 0) for name, _ in message.locations})
            catalogue.add(message.id, said, locations=places, context=message.context)
    with _file(code).open("wb") as file:
        write_po(file, catalogue, width=100, include_lineno=False, omit_header=False)


def _faults_of(code: str, message: Message) -> Iterator[str]:
    said = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    if not all(said):
        yield f"{code}: not translated: {message.id!r}"
        return
    originals = message.id if isinstance(message.id, (list, tuple)) else [message.id]
    allowed = set().union(*(_braces(original) for original in originals))
    for words in said:
        if not _braces(str(words)) <= allowed:
            yield f"{code}: other braces: {words!r}"
    if not isinstance(message.id, (list, tuple)) and _braces(str(said[0])) != allowed:
        yield f"{code}: braces missing: {said[0]!r}"


def _braces(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


def _file(code: str) -> Path:
    return LANGUAGES / code / "LC_MESSAGES" / "workbench.po"


def main(arguments: list[str]) -> int:
    """Run the command; exit code 1 when a language is not complete."""
    codes = [path.parents[1].name for path in sorted(LANGUAGES.glob("*/LC_MESSAGES/*.po"))]
    if "--check" not in arguments:
        for code in codes:
            update(code)
        sys.path.insert(0, str(ROOT))
        from hatch_build import compile_languages

        compile_languages(ROOT)
    found = [fault for code in codes for fault in faults(code)]
    print("\n".join(found) or "The language files are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
