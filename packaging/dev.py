#!/usr/bin/env python3
"""Two commands that do everything on a bare machine with Python 3.11 or newer.

    python3 packaging/dev.py start   the environment, then the window on a sample project
    python3 packaging/dev.py test    the environment, then every check
    python3 packaging/dev.py lock    the lock files anew (--upgrade: newest versions)

What follows goes on to the program, to pytest or to uv. Without it, pytest uses every core.

Needs the standard library only.
"""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import environment
import system
from trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DEMO = environment.ROOT / "demo"
TEMPLATE = "b2b_sales"
CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "import contracts": [
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ],
}

# One process for each core; a file stays whole, for what its tests share.
WORKERS = ["--numprocesses", "logical", "--dist", "loadfile"]


def language(environ: Mapping[str, str], fallback: str | None) -> str:
    """The language of the sample: Russian on a Russian machine, else English."""
    said = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((value for value in said if value), fallback or "")
    return "ru" if spoken.lower().startswith("ru") else "en"


def start(arguments: list[str]) -> int:
    """Open the window on the sample project, or do the main job where there is no screen."""
    python = environment.ensure("start")
    program = [str(python), "-m", "workbench"]
    sample = DEMO / "sample.kpi"
    code = 0 if sample.exists() else _make_sample(program, sample)
    if code:
        return code
    if system.has_display():
        return _call([*program, str(sample), *arguments])
    return _without_display(program, sample)


def _make_sample(program: list[str], sample: Path) -> int:
    sample.parent.mkdir(exist_ok=True)
    spoken = language(os.environ, locale.getlocale()[0])
    return _call([*program, "new", TEMPLATE, "-o", str(sample), "--lang", spoken])


def _without_display(program: list[str], sample: Path) -> int:
    print("There is no display here, so the sample project goes to a workbook and a picture.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    made = {"export": sample.with_suffix(".xlsx"), "render": sample.with_suffix(".png")}
    codes = {job: _call([*program, job, str(sample), "-o", str(out)]) for job, out in made.items()}
    print(f"Project:  {sample}")
    print(f"Workbook: {made['export'] if not codes['export'] else 'not made'}")
    print(f"Picture:  {made['render'] if not codes['render'] else 'not made'}")
    return max(codes.values())


def test(arguments: list[str]) -> int:
    """Run every check, even after one has failed; pytest comes last."""
    python = str(environment.ensure("test"))
    failed = [] if system.ensure_test_tools() else ["installing the test programs"]
    for name, command in CHECKS.items():
        print(f"--- {name}")
        if _call([python, *command]):
            failed.append(name)
    print(f"--- failed so far: {', '.join(failed)}" if failed else "--- all passed; now pytest")
    # A part of the tests is sooner done by one process, and can be measured or debugged there.
    workers = [] if arguments else WORKERS
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    code = _call([python, "-m", "pytest", *workers, *arguments])
    return code or int(bool(failed))


def lock(arguments: list[str]) -> int:
    """Resolve the lock files from pyproject.toml."""
    environment.check_version(sys.version_info[:2])
    environment.lock(arguments)
    return 0


def _call(command: list[str]) -> int:
    sys.stdout.flush()
    return subprocess.run(command, cwd=environment.ROOT, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run one command and give the exit code."""
    commands = {"start": start, "test": test, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # The name of a folder may be more than a console can show.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
