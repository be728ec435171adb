import subprocess
import sys

SCRIPT = """
import sys
import workbench.cli
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6"}))
"""


def test_that_the_command_line_starts_without_qt():
    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == ""
