"""What changed in the years and shares that the growth goal is made of."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.base.texts import Text, text
from workbench.document.growth import Growth
from workbench.presenters.differences.change import (
    Half,
    Tellers,
    number,
    of_lines,
    of_value,
    share,
    told,
)
from workbench.presenters.differences.side import Side, Sides


def growth_told(sides: Sides) -> Iterator[Text]:
    """What the growth goal is made of, as it was and as it is."""
    before, after = sides.before.project.growth, sides.after.project.growth
    if before is None and after is None:
        return
    if after is None:
        yield text("The figures of the growth goal are taken out")
        return
    if before is None:
        yield text("Figures of a growth goal")
    yield from told(text("Growth goal"), sides, before or Growth(), after, _GROWTH)


def _metric(half: Half[Growth]) -> str:
    return "" if half.value is None else half.side.metric(half.value)


def _years(half: Half[Growth]) -> Iterator[str]:
    for year in half.value:
        amount = "—" if year.value is None else half.side.money(year.value)
        yield f"{year.year}: {amount}"


def _sources(half: Half[Growth]) -> Iterator[str]:
    for source in half.value:
        visits, leads = (_count(half.side, one) for one in (source.visits, source.leads))
        name = half.side.channels.get(source.channel, source.channel)
        yield half.side.say(
            text("{channel}: {visits} visits, {leads} leads", channel=name, visits=visits,
                 leads=leads)
        )  # fmt: skip


def _count(side: Side, value: float | None) -> str:
    return "—" if value is None else side.language.number(value)


_GROWTH: Tellers = {
    "metric": of_value(text("metric"), _metric),
    "revenues": of_lines(text("revenue by year"), _years),
    "stretch": of_value(text("stretch"), share),
    "leads": of_value(text("leads of the last year"), number),
    "visits": of_value(text("visits of the last year"), number),
    "from_leads": of_value(text("part of the revenue that comes from leads"), share),
    "sources": of_lines(text("sources"), _sources),
}
