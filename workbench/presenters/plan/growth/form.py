"""The fields of the growth goal."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.base.texts import text
from workbench.document.client import Channel
from workbench.document.growth import Growth
from workbench.document.project import Project
from workbench.planning.growth import GrowthGoal
from workbench.presenters.plan.growth.chain import Wording
from workbench.presenters.plan.growth.figures import source
from workbench.presenters.plan.growth.picture import Entry, Sourced, Spot


def year_entries(growth: Growth) -> tuple[Entry, ...]:
    """A field for the revenue of each year."""
    return tuple(
        Entry(Spot("revenue", year=one.year), str(one.year), one.value) for one in growth.revenues
    )


def other_entries(growth: Growth, language: Language) -> tuple[Entry, ...]:
    """The stretch, and what the last year had of leads and visits."""
    say = language.say
    return (
        Entry(Spot("stretch"), say(text("Stretch")), growth.stretch, share=True),
        Entry(Spot("leads"), say(text("Leads of the last year")), growth.leads),
        Entry(Spot("visits"), say(text("Visits of the last year")), growth.visits),
        Entry(
            Spot("from_leads"), say(text("Revenue that leads bring")), growth.from_leads, share=True
        ),
    )


def sourced(
    project: Project, growth: Growth, goal: GrowthGoal, words: Wording
) -> tuple[Sourced, ...]:
    """Every channel with its fields, and what next year asks of it."""
    return tuple(_sourced(channel, growth, goal, words) for channel in project.channels)


def _sourced(channel: Channel, growth: Growth, goal: GrowthGoal, words: Wording) -> Sourced:
    own, say = source(growth, channel.key), words.language.say
    visits = say(text("Visits: {channel}", channel=channel.name))
    leads = say(text("Leads: {channel}", channel=channel.name))
    need = next((one for one in goal.sources if one.channel == channel.key), None)
    conversion = "" if need is None else words.shown(need.conversion, words.language.percent)
    needed = "" if need is None else words.shown(need.leads, words.language.number)
    visits_needed = "" if need is None else words.shown(need.visits, words.language.number)
    why = "" if need is None else words.why(need.conversion) or words.why(need.visits)
    return Sourced(
        channel.name,
        Entry(Spot("channel_visits", channel=channel.key), visits, own.visits),
        Entry(Spot("channel_leads", channel=channel.key), leads, own.leads),
        conversion,
        needed,
        visits_needed,
        why,
    )
