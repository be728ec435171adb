"""Steps from one file version to the next: functions on plain trees, one module a step.

A step is never changed after it was released; an old file in `tests/files` stays as its test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Tree = dict[str, Any]
Step = Callable[[Tree], Tree]

# From version n to version n + 1. Version 1 is the first: there is nothing to migrate yet.
STEPS: Mapping[int, Step] = {}
