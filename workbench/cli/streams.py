"""Standard output and error: any letter goes through, and a failure ends in a sentence."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from workbench.base.errors import WorkbenchError
from workbench.base.files import failure
from workbench.base.texts import text


class NotSaid(WorkbenchError):
    """Standard output takes no more, as on a full disk; what was to be said is lost."""

    def __init__(self, error: OSError) -> None:
        super().__init__(text("the output cannot be written: {reason}", reason=failure(error)))


def prepare() -> None:
    """Make both take any letter, whatever the console is set to; a closed one leads nowhere."""
    sys.stdout, sys.stderr = _prepared(sys.stdout), _prepared(sys.stderr)


def write(words: str) -> None:
    """Write to standard output; raises `NotSaid`.

    A reader that went away, such as `head`, is no error.
    """
    try:
        print(words, flush=True)  # noqa: T201
    except BrokenPipeError:
        _let_go(sys.stdout)
    except OSError as error:
        _let_go(sys.stdout)
        raise NotSaid(error) from None


def tell(words: str) -> None:
    """Write to standard error; where that fails too, nobody is left to be told."""
    try:
        print(words, file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        _let_go(sys.stderr)


def drop_unsaid() -> None:
    """Forget words that either of the two could not pass on."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _let_go(stream)


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream


def _let_go(stream: TextIO) -> None:
    """Lead a stream that failed nowhere, so that the end of the program does not fail with it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
