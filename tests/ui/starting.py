"""Starts a window in a process of its own and tells how it went; run with the name of a window."""

from __future__ import annotations

import json
import sys
import time

BEGUN = time.perf_counter()
HEAVY = (
    "babel", "holidays", "lark", "numpy", "openpyxl", "pydantic", "pygraphviz", "pyqtgraph",
    "rich", "typer", "xlsxwriter",
)  # fmt: skip


def empty_window() -> None:
    """The floor: a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    window.repaint()
    report(app)


def program() -> None:
    """The program up to its first paint."""
    from PySide6.QtWidgets import QApplication

    from workbench.app import Start
    from workbench.storage.first_look import first_look

    app = QApplication([])
    start = Start(app, None, first_look())
    start.window.show()
    start.window.repaint()
    report(app)


def report(_app: object) -> None:
    """One line of JSON: seconds since the process began to import, and what is loaded."""
    loaded = [name for name in HEAVY if name in sys.modules]
    print(json.dumps({"seconds": time.perf_counter() - BEGUN, "loaded": loaded}))


if __name__ == "__main__":
    {"empty": empty_window, "program": program}[sys.argv[1]]()
