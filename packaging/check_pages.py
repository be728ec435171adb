#!/usr/bin/env python3
"""Writes the pages about the checks from their docstrings and the language files.

.venv/bin/python packaging/check_pages.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from catalogues import ROOT, help_pages, translated

DOCS = ROOT / "docs"
_MARKS = re.compile(r"([\\`*_<\[\]])")
_CODE = re.compile(r"kpi(\d+)_")


class Words(NamedTuple):
    """What stands on a page beside the help of the checks."""

    title: str
    lead: str
    why: str
    todo: str


PAGES = {
    "checks.md": (
        "en",
        Words(
            title="The checks",
            lead=(
                "A check looks for one mistake in a system of KPIs. What it finds is an **error** "
                "(do not hand the system over like this), a **warning** or a **hint**. Many "
                "findings come with a mend, one step that can be undone; every finding can be "
                "accepted with a reason. `kpi-workbench check FILE.kpi` lists them without the "
                "window, `kpi-workbench mend FILE.kpi CODE -o OUT.kpi` applies the mends."
            ),
            why="Why it matters.",
            todo="What to do.",
        ),
    ),
    "checks.ru.md": (
        "ru",
        Words(
            title="Проверки",
            lead=(
                "Каждая проверка ищет одну ошибку в системе KPI. Найденное бывает **ошибкой** "
                "(в таком виде систему сдавать нельзя), **предупреждением** или **советом**. Для "
                "многого есть исправление: один шаг, который можно отменить; любое замечание можно "
                "принять, указав причину. Без окна программы замечания перечисляет команда "
                "`kpi-workbench check ФАЙЛ.kpi`, а исправляет "
                "`kpi-workbench mend ФАЙЛ.kpi КОД -o НОВЫЙ.kpi`."
            ),
            why="Почему это важно.",
            todo="Что делать.",
        ),
    ),
}


def page(name: str) -> str:
    """One page: its contents, then a section for each check."""
    code, words = PAGES[name]
    checks = list(_helps(code))
    contents = [f"- [{check}](#{check.lower()}) {title}" for check, (title, *_) in checks]
    blocks = [
        "<!-- Made by packaging/check_pages.py from the docstrings of workbench/checks. -->",
        f"# {words.title}",
        words.lead,
        "\n".join(contents),
    ]
    for check, help_page in checks:
        blocks += _section(check, help_page, words)
    return "\n\n".join(blocks) + "\n"


def _section(check: str, help_page: list[str], words: Words) -> list[str]:
    title, what, why, todo = help_page
    return [
        f'<a id="{check.lower()}"></a>',
        f"## {check}. {title}",
        what,
        f"**{words.why}** {why}",
        f"**{words.todo}** {todo}",
    ]


def _helps(code: str) -> Iterator[tuple[str, list[str]]]:
    """Every check's code with title, what, why and what to do, in a language."""
    said = {} if code == "en" else {m.id: str(m.string) for m in translated(code) if m.id}
    for path, paragraphs in groupby(help_pages(), lambda pair: pair[0]):
        number = _CODE.search(path)
        if number is not None:
            lines = [said.get(paragraph) or paragraph for _, paragraph in paragraphs]
            yield f"KPI{number[1]}", [_MARKS.sub(r"\\\1", line) for line in lines]


def main() -> int:
    """Write all pages and name them."""
    for name in PAGES:
        (DOCS / name).write_text(page(name), encoding="utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
