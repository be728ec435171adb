"""What the worst workbooks cost: each is refused within 2 seconds and 300 MB.

Memory is that of the process that looks at the workbook, the largest of all that have ended.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.excel.hostile import HOSTILE
from tests.projects import ROOT

MOST_SECONDS, MOST_BYTES = 2.0, 300 * 1024 * 1024
_MEASURED = """
import resource, sys, time
from pathlib import Path
from workbench.base.table import NotATable
from workbench.excel.form import fill_form
from workbench.excel.reader import read_workbook
def refused(work):
    began = time.perf_counter()
    try:
        work()
    except NotATable as error:
        return time.perf_counter() - began
    raise SystemExit("not refused")
if __name__ == "__main__":
    form, out = Path(sys.argv[1]), Path(sys.argv[2])
    print(refused(lambda: read_workbook(form)), refused(lambda: fill_form(form, out, dict)))
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        print(resource.getrusage(who).ru_maxrss * 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is told in other units")
@pytest.mark.parametrize("name", HOSTILE)
def test_what_it_costs_to_refuse_it(name: str, tmp_path: Path) -> None:
    script, form = tmp_path / "measure.py", tmp_path / f"{name}.xlsx"
    script.write_text(_MEASURED, encoding="utf-8")
    form.write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, script, form, tmp_path / "out.xlsx"],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    reading, filling, own, child = (float(one) for one in done.stdout.split())
    print(f"{name}: {reading:.2f} s, {filling:.2f} s, {own / 1e6:.0f} MB, {child / 1e6:.0f} MB")
    assert max(reading, filling) < MOST_SECONDS
    assert max(own, child) < MOST_BYTES
