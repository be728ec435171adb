"""How long until the window is painted, against a window with nothing in it."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

STARTING = Path(__file__).parents[1] / "ui" / "starting.py"
ROUNDS = 7


def seconds(window: str) -> float:
    command = [sys.executable, str(STARTING), window]
    return float(
        json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["seconds"]
    )


def test_first_paint(benchmark) -> None:
    floor = statistics.median(seconds("empty") for _ in range(ROUNDS))
    benchmark.pedantic(seconds, args=("program",), rounds=1, iterations=1)
    ours = statistics.median(seconds("program") for _ in range(ROUNDS))
    benchmark.extra_info.update(floor=floor, ours=ours, ratio=ours / floor)
    print(
        f"first paint {ours * 1000:.0f} ms, empty window {floor * 1000:.0f} ms: {ours / floor:.2f}x"
    )
    assert ours / floor < 2.5
