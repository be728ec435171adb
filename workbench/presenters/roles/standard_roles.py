"""The roles of the method, taken from the built-in sales template in the project's language."""

from __future__ import annotations

from functools import cache

from workbench.base.languages import Code
from workbench.base.texts import Text, text
from workbench.document.role import Role
from workbench.document.value import Key

_TEMPLATE = "b2b_sales"
# What the menu calls them, by their key in the template; the role itself has the project's words.
STANDARD_ROLES: dict[Key, Text] = {
    "bdr": text("BDR: looks for new customers"),
    "sdr": text("SDR: handles inbound"),
    "support": text("Sales support"),
    "executive": text("Sales executive"),
    "head": text("Head of sales"),
    "kam": text("Key account manager"),
    "marketer": text("Marketer"),
    "service": text("Customer service"),
    "crm_contractor": text("CRM contractor"),
}


def standard_role(key: Key, language: Code) -> Role:
    """A role of the method with mission, duties and competencies, but without numbers."""
    role = _roles(language)[key]
    return Role(
        key=role.key,
        name=role.name,
        color=role.color,
        mission=role.mission,
        duties=role.duties,
        not_responsible=role.not_responsible,
        employment=role.employment,
        competencies=role.competencies,
        ramp=role.ramp,
    )


@cache
def _roles(language: Code) -> dict[Key, Role]:
    from workbench.storage.library import load_template

    return load_template(_TEMPLATE, language).role_by_key
