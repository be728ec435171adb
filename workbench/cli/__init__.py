"""The command line: one command a call, one exit code back."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.cli.commands import app
from workbench.cli.speaker import BAD_INPUT, Speaker
from workbench.cli.streams import NotSaid, drop_unsaid, prepare, tell


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    prepare()
    try:
        app(args=list(arguments), prog_name="kpi-workbench")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except OSError as error:  # the library writes the help, and only streams have no file name
        if error.filename is not None:
            raise
        drop_unsaid()
        tell(Speaker(None).say(NotSaid(error).message))
        return BAD_INPUT
    return 0
