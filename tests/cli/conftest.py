"""Runs commands in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from workbench import cli
from workbench.cli import speaker


@dataclass(frozen=True)
class Answer:
    """What a command left: its exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def tree(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """Standard error as the one line it has to be."""
        (line,) = self.err.splitlines()
        return line


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command line on a computer that speaks English."""
    monkeypatch.setattr(speaker, "system_code", lambda: "en")

    def run_command(*arguments: object) -> Answer:
        code = cli.run([str(argument) for argument in arguments])
        streams = capsys.readouterr()
        return Answer(code, streams.out, streams.err)

    return run_command
