from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

STARTING = Path(__file__).with_name("starting.py")


def test_that_nothing_heavy_is_loaded_before_the_window_is_painted() -> None:
    ran = subprocess.run(
        [sys.executable, str(STARTING), "program"], capture_output=True, check=True, timeout=60
    )
    assert json.loads(ran.stdout)["loaded"] == []
