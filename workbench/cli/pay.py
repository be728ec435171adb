"""Pay from the command line: of one role by its facts, or of the department by scenario."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.base.texts import text
from workbench.cli.options import AsJson, File, LangOption
from workbench.cli.output import write_json
from workbench.cli.speaker import about, speaking
from workbench.cli.usage import WrongUsage, assigned


def pay(
    file: File,
    role: Annotated[
        str, typer.Option(metavar="KEY", help="One role; without it, the budget by scenario.")
    ] = "",
    facts: Annotated[
        list[str] | None,
        typer.Option(
            "--fact",
            metavar="KEY=VALUE",
            help="What a KPI brought; a share as 80% or 0.8.",
        ),
    ] = None,
    as_json: AsJson = False,
    lang: LangOption = None,
) -> None:
    """Completion and bonus of one month, or the pay budget of the department."""
    from workbench.cli.budgets import budgets_tree, show_budgets, tell_gaps
    from workbench.cli.earned import earned_tree, show_earned, tell_missing
    from workbench.planning.facts import facts_given
    from workbench.planning.naming import role_called
    from workbench.planning.pay import pay as pay_of
    from workbench.planning.pay_budget import pay_budgets

    given = [assigned("--fact", words) for words in facts or ()]
    if given and not role:
        raise WrongUsage(text("--fact needs --role: facts are those of one role"))
    with speaking(lang) as speaker, about(file):
        project = speaker.load(file)
        if not role:
            budgets = pay_budgets(project)
            if as_json:
                write_json(budgets_tree(budgets, project, speaker))
            else:
                show_budgets(budgets, project, speaker)
                tell_gaps(budgets, project, file, speaker)
            return
        found = role_called(project, role)
        earned = pay_of(project, found.key, facts_given(project, found, given))
        if as_json:
            write_json(earned_tree(earned, project, speaker, cases=not given))
        else:
            show_earned(earned, project, speaker, cases=not given)
            tell_missing(earned, project, file, speaker)
