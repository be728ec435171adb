"""What commands put out: JSON, tables, progress."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.base.texts import Text, text
from workbench.cli.speaker import Speaker
from workbench.cli.streams import write

if TYPE_CHECKING:
    from rich.table import Table


def new_table(speaker: Speaker, heads: Sequence[Text | str], numbers_from: int) -> Table:
    """A table with heads; columns from one on hold numbers."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for at, head in enumerate(heads):
        justify: Literal["left", "right"] = "right" if at >= numbers_from else "left"
        words = head if isinstance(head, str) else speaker.say(head)
        table.add_column(words, justify=justify, no_wrap=at >= numbers_from)
    return table


def terminal_width() -> int:
    """Columns of the terminal; a file or a pipe has no end."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000


def write_table(table: Table, widest: int = 10_000) -> None:
    """Write a table as wide as it needs, but not wider than the terminal."""
    from rich.console import Console

    drawn = StringIO()
    console = Console(
        file=drawn,
        force_terminal=sys.stdout.isatty(),
        width=min(terminal_width(), widest),
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(table)
    write("\n".join(line.rstrip() for line in drawn.getvalue().splitlines()))


def tell_written(
    output: Path, speaker: Speaker, as_json: bool, more: Mapping[str, object] | None = None
) -> None:
    """Say where the result is; `more` goes into the JSON beside it."""
    if as_json:
        write_json({"file": str(output), **(more or {})})
    else:
        write(speaker.say(text("Written: {file}", file=str(output))))


def write_json(tree: object) -> None:
    """Write the one document of `--json`."""
    write(json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False))


@contextmanager
def progress_bar(speaker: Speaker, title: Text) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, if a person is looking; it is told how many steps of how many."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(speaker.say(title))
        yield lambda done, steps: bar.update(task, completed=done, total=steps)
