#!/usr/bin/env python3
"""Writes the pages about the placeholders of forms from the words the program knows.

.venv/bin/python packaging/form_pages.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from catalogues import ROOT, translated

from workbench.presenters.forms.vocabulary import (
    GOAL,
    KPI,
    METRIC,
    PROJECT,
    ROLE,
    TASK,
    Entries,
)

DOCS = ROOT / "docs"


class Section(NamedTuple):
    """One subject: its entries, how its placeholders begin, and the words around them."""

    entries: Entries
    en: str
    ru: str
    title: dict[str, str]
    lead: dict[str, str]


SECTIONS = (
    Section(PROJECT, "", "", {"en": "The project", "ru": "Проект"}, {"en": "", "ru": ""}),
    Section(
        GOAL, "goal", "цель",
        {"en": "Goals", "ru": "Цели"},
        {"en": "`{{goal.value}}` is the first goal, `{{goal.2.value}}` the second.",
         "ru": "`{{цель.значение}}` — первая цель, `{{цель.2.значение}}` — вторая."},
    ),
    Section(
        METRIC, "leads", "Лиды",
        {"en": "Metrics", "ru": "Метрики"},
        {"en": "A metric is called by its key or by its name; a name with a dot in it goes into "
               "brackets: `{{[Visits, incl. mobile].total}}`. `{{leads}}` alone is the name.",
         "ru": "Метрику называют по ключу или по имени; имя с точкой берут в скобки: "
               "`{{[Визиты, в т. ч. мобильные].итог}}`. Просто `{{Лиды}}` — это имя."},
    ),
    Section(
        ROLE, "sdr", "SDR",
        {"en": "Roles", "ru": "Роли"},
        {"en": "A role is called by its key or by its name. `{{sdr}}` alone is the name.",
         "ru": "Роль называют по ключу или по имени. Просто `{{SDR}}` — это имя."},
    ),
    Section(
        KPI, "sdr.cr_meeting", "SDR.1",
        {"en": "KPIs of a role", "ru": "KPI роли"},
        {"en": "A KPI is called by its metric, `{{sdr.cr_meeting.plan}}`, or by its number in the "
               "role, `{{sdr.1.plan}}`; what the role has fewer of becomes an empty cell, so one "
               "form serves many roles. All that is said about its metric can be said as well: "
               "`{{sdr.1.name}}`, `{{sdr.1.plan.2027-01}}`.",
         "ru": "KPI называют по метрике, `{{SDR.Лиды.план}}`, или по номеру у роли, "
               "`{{SDR.1.план}}`; если столько KPI у роли нет, ячейка станет пустой, поэтому одна "
               "форма годится для многих ролей. Годится и всё, что сказано о метриках: "
               "`{{SDR.1.название}}`, `{{SDR.1.план.2027-01}}`."},
    ),
    Section(
        TASK, "crm.task.1", "Подрядчик.задача.1",
        {"en": "Tasks of a contractor", "ru": "Задачи подрядчика"}, {"en": "", "ru": ""},
    ),
)  # fmt: skip

TIMES = {
    "en": (
        "Numbers by time",
        "`plan` and `fact` are followed by a time; a time alone means the plan.",
        (
            ("{{leads.plan.2027-01}}", "a month"),
            ("{{leads.2027-01}}", "the same"),
            ("{{leads.m1}}", "the first month of the plan, whichever it is; then `m2`, `m3` …"),
            ("{{leads.2027-q1}}", "a quarter, as far as it is in the plan"),
            ("{{leads.2027}}", "a year, as far as it is in the plan"),
            ("{{leads.total}}", "the whole plan: a ratio is computed again from its parts"),
            ("{{leads.average}}", "an average month"),
            ("{{leads.fact.2027-01}}", "the actual value of a month"),
        ),
    ),
    "ru": (
        "Числа по времени",
        "За словами `план` и `факт` идёт время; одно только время означает план.",
        (
            ("{{Лиды.план.2027-01}}", "месяц"),
            ("{{Лиды.2027-01}}", "то же самое"),
            ("{{Лиды.м1}}", "первый месяц плана, какой бы он ни был; дальше `м2`, `м3` …"),
            ("{{Лиды.2027-кв1}}", "квартал, насколько он входит в план"),
            ("{{Лиды.2027}}", "год, насколько он входит в план"),
            ("{{Лиды.итог}}", "весь план: доли считаются заново из своих частей"),
            ("{{Лиды.среднее}}", "средний месяц"),
            ("{{Лиды.факт.2027-01}}", "фактическое значение месяца"),
        ),
    ),
}

LEADS = {
    "en": """# Filling the client's own form

Some clients have a form of their own: a job profile, an order to hire, a bonus sheet. Put
placeholders such as `{{client}}` into the cells of the .xlsx, and the program fills a **copy**:
*File → Fill a client's form…*, or `kpi-workbench fill FILE.kpi FORM.xlsx -o OUT.xlsx`. The form
itself is never changed.

- A cell that is nothing but a placeholder becomes a **number**, shown in the format of the
  cell: give it `0%` for shares. A day becomes a date where the cell shows dates, words
  elsewhere. A placeholder inside a text becomes words.
- Styles, widths, merged cells, pictures, charts, formulas and everything else stay as they are;
  formulas are computed anew when the file is opened.
- What is **not known** stays as it is and is told: sheet, cell, placeholder, and why. What is
  known and has no value, such as an actual value that is still missing, becomes an empty cell,
  or “—” inside a text.
- Text never becomes a formula. Placeholders in formulas, in headings of tables, in text boxes,
  comments, headers and charts are not filled.
- Words may be English or Russian, in any case; their parts have dots between them. `--scenario`
  takes the numbers from a scenario.""",
    "ru": """# Заполнение формы клиента

У некоторых клиентов есть своя форма: профиль должности, заявка на подбор, лист премирования.
Поставьте в ячейки файла .xlsx метки, например `{{клиент}}`, и программа заполнит **копию**:
*Файл → Заполнить форму клиента…* или `kpi-workbench fill ФАЙЛ.kpi ФОРМА.xlsx -o НОВЫЙ.xlsx`.
Сама форма не меняется.

- Ячейка, в которой нет ничего, кроме метки, становится **числом** в формате этой ячейки: для
  долей задайте `0%`. Дата остаётся датой там, где ячейка показывает даты, иначе становится
  словами. Метка внутри текста становится словами.
- Стили, ширина столбцов, объединённые ячейки, картинки, диаграммы, формулы и всё остальное
  остаются как были; формулы пересчитаются, когда файл откроют.
- То, что программе **неизвестно**, остаётся как есть, и она об этом скажет: лист, ячейка, метка
  и почему. То, что известно, но не имеет значения, например факт, которого ещё нет, станет
  пустой ячейкой, а внутри текста — знаком «—».
- Текст никогда не становится формулой. Метки в формулах, в заголовках таблиц, в надписях,
  примечаниях, колонтитулах и диаграммах не заполняются.
- Слова можно писать по-русски или по-английски, большими или маленькими буквами; между частями
  ставится точка. С `--scenario` числа берутся из сценария.""",
}
PAGES = {"forms.md": "en", "forms.ru.md": "ru"}
_HEADS = {"en": ("Placeholder", "In Russian", "Stands for"),
          "ru": ("Метка", "По-английски", "Что это")}  # fmt: skip


def page(name: str) -> str:
    """One page: how it works, then a table for each subject and one of times."""
    code = PAGES[name]
    said = {} if code == "en" else {str(m.id): str(m.string) for m in translated(code) if m.id}
    blocks = [
        "<!-- Made by packaging/form_pages.py from workbench/presenters/forms/vocabulary.py. -->",
        LEADS[code],
    ]
    for section in SECTIONS:
        blocks += [f"## {section.title[code]}", section.lead[code]]
        blocks.append("\n".join(_rows(section, code, said)))
        if section.entries is METRIC:
            title, lead, times = TIMES[code]
            blocks += [f"### {title}", lead]
            blocks.append("\n".join(f"- `{words}` — {what}" for words, what in times))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _rows(section: Section, code: str, said: dict[str, str]) -> Iterator[str]:
    yield "| {} | {} | {} |".format(*_HEADS[code])
    yield "|---|---|---|"
    for entry in section.entries:
        pair = [".".join(part for part in parts if part) for parts in
                ((section.en, entry.en), (section.ru, entry.ru))]  # fmt: skip
        about = said.get(entry.about.id) or entry.about.id
        first, second = pair if code == "en" else reversed(pair)
        yield f"| `{{{{{first}}}}}` | `{{{{{second}}}}}` | {about} |"


def main() -> int:
    """Write all pages and name them."""
    for name in PAGES:
        (DOCS / name).write_text(page(name), encoding="utf-8")
        print(f"docs/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
