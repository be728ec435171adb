"""The client: industry, currency, people in sales, marketing, notes; and the project's language."""

from __future__ import annotations

from workbench.base.texts import Text, context, text
from workbench.document.edits.project import ChangeClient, SetMembers
from workbench.presenters.desk import Desk
from workbench.presenters.inspector.rows import (
    ChoiceRow,
    NumberRow,
    Option,
    Section,
    TextRow,
)
from workbench.presenters.inspector.wishes import Chosen, Numbered, Typed, Wish
from workbench.presenters.inspector.world import currency_options

_CODE_LENGTH = 3
_TITLES = {
    "name": text("Rename the client"),
    "industry": text("Change the client's industry"),
    "notes": text("Change the notes on the client"),
    "currency": text("Change the currency"),
    "sales_people": text("Change the number of people in sales"),
    "has_marketing": text("Change whether there is marketing"),
}


def client_section(desk: Desk, *, is_open: bool) -> Section:
    """What is known about the client."""
    client, say = desk.project.client, desk.say
    yes_no = (Option("yes", say(text("yes"))), Option("no", say(text("no"))))
    marketing = {True: "yes", False: "no", None: ""}[client.has_marketing]
    rows = (
        TextRow(key="industry", label=say(text("Industry")), words=client.industry, tall=True,
                placeholder=say(text("such as B2B software")), longest=200),
        ChoiceRow(key="currency", label=say(text("Currency")), look="free", tip=say(_CURRENCY_TIP),
                  options=currency_options(desk.language, client.currency),
                  chosen=client.currency, placeholder=say(context("field", "not set"))),
        NumberRow(key="sales_people", label=say(text("People in sales")), tip=say(_PEOPLE_TIP),
                  value=client.sales_people, placeholder=say(context("field", "not set"))),
        ChoiceRow(key="has_marketing", label=say(text("Marketing department")), options=yes_no,
                  chosen=marketing, placeholder=say(context("field", "not set")),
                  tip=say(_PEOPLE_TIP)),
        ChoiceRow(key="language", label=say(text("Language of the project")), look="segments",
                  options=(Option("ru", "RU"), Option("en", "EN")), chosen=desk.project.language,
                  tip=say(_LANGUAGE_TIP)),
        TextRow(key="notes", label=say(text("Notes")), words=client.notes, tall=True,
                placeholder=say(text("what the client said"))),
    )  # fmt: skip
    return Section("client", say(text("Client")), rows, folds=True, open=is_open)


def answer(desk: Desk, wish: Wish) -> bool:
    """Do what is wished in this section; False when the wish belongs elsewhere."""
    match wish:
        case Typed("name" | "industry" as member, words):
            _change(desk, member, words[:200])
        case Typed("notes", words):
            _change(desk, "notes", words)
        case Chosen("currency", words):
            _set_currency(desk, words)
        case Numbered("sales_people", value, stepped):
            _change(desk, "sales_people", _people(desk, value), stepped=stepped)
        case Chosen("has_marketing", option):
            _change(desk, "has_marketing", option == "yes")
        case Chosen("language", code):
            desk.do(SetMembers({"language": code}, text("Change the language of the project")))
        case _:
            return False
    return True


def _set_currency(desk: Desk, words: str) -> None:
    code = words.strip().upper()
    if len(code) != _CODE_LENGTH or not code.isascii() or not code.isalpha():
        desk.tell(text("A currency is given by three letters, such as EUR"))
        return
    _change(desk, "currency", code)


def _people(desk: Desk, value: float | None) -> float | None:
    if value is None or value >= 0:
        return value
    return desk.project.client.sales_people


def _change(desk: Desk, member: str, value: object, *, stepped: bool = False) -> None:
    title: Text = _TITLES[member]
    desk.do(ChangeClient({member: value}, title), ("step", "client", member) if stepped else None)


_CURRENCY_TIP = text(
    "The currency of all amounts; nothing is converted. Any three letters can be typed."
)
_PEOPLE_TIP = text(
    "With fewer than five people in sales or without marketing one person holds several roles"
)
_LANGUAGE_TIP = text("The language of sheets that are made for the client; the window has its own")
