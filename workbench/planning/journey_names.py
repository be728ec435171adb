"""Which channel, role or stage the words in a table mean."""

from __future__ import annotations

from functools import cached_property

from workbench.base.texts import Text, text
from workbench.document.project import Project
from workbench.document.value import Key
from workbench.formula.names import Names, folded

_MOST_LISTED = 8


class TouchNames:
    """Finds by name, case and spaces aside, else by key."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._names = Names(project)

    def find(self, what: str, words: str) -> Key | None:
        """The key of a channel, role or stage that is called so, if one is."""
        match what:
            case "channel":
                return self._channels.get(folded(words))
            case "role":
                return self._names.find_role(words)
            case _:
                return self._names.find_metric(words)

    def unknown(self, what: str) -> Text:
        """What there is instead of something that nothing is called."""
        match what:
            case "channel":
                known = [channel.name for channel in self._project.channels]
                if not known:
                    return text("the project has no channels yet")
                return text("there is no such channel; there are {known}", known=_listed(known))
            case "role":
                known = [role.name for role in self._project.roles]
                if not known:
                    return text("the project has no roles yet")
                return text("there is no such role; there are {known}", known=_listed(known))
            case _:
                known = [one.name for one in self._project.metrics if one.kind == "stage"]
                if not known:
                    return text("the project has no stages yet")
                return text("there is no such stage; there are {known}", known=_listed(known))

    @cached_property
    def _channels(self) -> dict[str, Key]:
        by_key = {folded(channel.key): channel.key for channel in self._project.channels}
        return by_key | {folded(one.name): one.key for one in reversed(self._project.channels)}


def _listed(names: list[str]) -> str:
    return ", ".join(names[:_MOST_LISTED] + ["…"] * (len(names) > _MOST_LISTED))
