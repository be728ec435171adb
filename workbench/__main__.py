"""Where the program starts: a command, or the window, on a file if one is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; what is not needed is not even imported."""
    _be_a_child_if_asked()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not is_document(given[0]):
        from workbench import cli

        return cli.run(given)
    if len(given) > 1:
        return _complain("kpi-workbench opens one file at a time", 2)
    path = Path(given[0]) if given else None
    if not _has_display():
        return _without_display(path)
    from workbench.app import run

    return run(path)


def _be_a_child_if_asked() -> None:
    """A packaged program is also the process that opens workbooks of others, not a second window.

    It is started with arguments of its own then, does its work and ends here.
    """
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def is_document(argument: str) -> bool:
    """Whether the first argument is a project file rather than a command or an option."""
    return not argument.startswith("-") and Path(argument).suffix.lower() == ".kpi"


def _has_display() -> bool:
    """Whether there is a screen; on Linux Qt would end the process where there is none."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)


def _without_display(path: Path | None) -> int:
    """Say what is wrong with the file, if anything is, else that there is no screen."""
    from workbench.base.errors import WorkbenchError

    if path is not None:
        from workbench.storage.project_file import load

        try:
            load(path)
        except WorkbenchError as error:
            return _complain(str(error), 3)
    return _complain("there is no display for the window; kpi-workbench --help lists commands", 1)


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201
    return code


if __name__ == "__main__":
    sys.exit(main())
