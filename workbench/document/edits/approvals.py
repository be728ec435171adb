"""Edits of approvals: findings that a person accepts, and takes back."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from workbench.base.texts import Text, text
from workbench.document.plan import Approval
from workbench.document.project import Project
from workbench.document.value import Key


@dataclass(frozen=True)
class Approve:
    """A finding accepted with a reason; an older approval of the same is replaced."""

    approval: Approval

    @property
    def title(self) -> Text:
        """Names the check."""
        return text("Accept {code}", code=self.approval.code)

    def apply(self, project: Project) -> Project:
        """The project with the approval."""
        others = tuple(one for one in project.approvals if _matter(one) != _matter(self.approval))
        return project.having(approvals=(*others, self.approval))


@dataclass(frozen=True)
class Withdraw:
    """An approval taken back: its finding counts again."""

    approval: Approval

    @property
    def title(self) -> Text:
        """Names the check."""
        return text("No longer accept {code}", code=self.approval.code)

    def apply(self, project: Project) -> Project:
        """The project without the approval."""
        return project.having(
            approvals=tuple(one for one in project.approvals if one != self.approval)
        )


def remaining(
    project: Project, metrics: Container[Key] = (), roles: Container[Key] = ()
) -> tuple[Approval, ...]:
    """The approvals that stay when metrics and roles go."""
    return tuple(
        one
        for one in project.approvals
        if one.role not in roles and (_is_of_role(one) or one.subject not in metrics)
    )


def following(
    project: Project, metrics: Mapping[Key, Key], roles: Mapping[Key, Key]
) -> tuple[Approval, ...]:
    """The approvals with keys exchanged; of two that are of the same then, the later one stays."""
    found = (_rekeyed(one, metrics, roles) for one in project.approvals)
    return tuple({_matter(one): one for one in found}.values())


def _rekeyed(approval: Approval, metrics: Mapping[Key, Key], roles: Mapping[Key, Key]) -> Approval:
    keys = roles if _is_of_role(approval) else metrics
    changes = {
        "subject": keys.get(approval.subject, approval.subject),
        "role": approval.role and roles.get(approval.role, approval.role),
    }
    return approval if changes.items() <= dict(approval).items() else approval.having(**changes)


def _is_of_role(approval: Approval) -> bool:
    """Whether it is about a role as such, so that its subject is no metric."""
    return approval.subject == approval.role


def _matter(approval: Approval) -> tuple[str | None, ...]:
    """What was accepted; several approvals may be of one KPI."""
    return approval.code, approval.subject, approval.role, approval.fingerprint
