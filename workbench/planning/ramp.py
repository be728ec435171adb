"""How the output of a person grows after the start, and how much of it a role has."""

from __future__ import annotations

from workbench.document.role import Role

_DUST = 1e-9


def output(role: Role, worked: int) -> float:
    """The share of full output in a month of work, counted from 0; after the ramp it is full."""
    return role.ramp[worked] if worked < len(role.ramp) else 1.0


def months_to_full_output(role: Role) -> int:
    """How many months after the start a person gives full output and goes on giving it."""
    short = (month for month, share in enumerate(role.ramp) if share < 1 - _DUST)
    return max(short, default=-1) + 1


def staying(role: Role, months: int) -> float:
    """The share of people who are still there after some months, attrition spread evenly."""
    return float((1 - role.attrition) ** (months / 12))


def full_work(role: Role) -> float:
    """How many people's full work those in a role do once vacation and illness are taken off."""
    return role.people * (1 - role.absence)
