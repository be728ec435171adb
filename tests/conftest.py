"""What every test stands on: no screen, a home folder of its own, nothing left behind."""

from __future__ import annotations

import gc
import itertools
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PASSED = pytest.StashKey[bool]()
HOMES = itertools.count()

settings.register_profile(
    "quick", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
# Derandomized, so that a red run can be repeated; at home every run looks elsewhere.
settings.register_profile(
    "ci", parent=settings.get_profile("quick"), max_examples=200, derandomize=True
)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the home folders of all tests are in."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder in which nobody has worked yet: no test finds a person's settings."""
    place = homes / str(next(HOMES))
    place.mkdir(mode=0o700)
    for name in ("HOME", "USERPROFILE", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(place))
    for name in ("APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(place / name.lower()))
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(place / name.lower()))
    return place


@pytest.fixture(autouse=True)
def no_widgets_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that passed but left a window, which would hear the next test's events."""
    before = _windows()
    yield
    if request.node.stash.get(PASSED, False):
        left = _left_since(before)
        names = [f"{type(window).__name__} {window.objectName()!r}" for window in left]
        for window in left:
            window.close()
            window.deleteLater()
        assert not names, f"top-level widgets are left: {', '.join(names)}"


def _left_since(before: list[QWidget]) -> list[QWidget]:
    if not [window for window in _windows() if window not in before]:
        return []
    gc.collect()
    return [window for window in _windows() if window not in before]


def _windows() -> list[QWidget]:
    widgets: Any = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        if window.parent() is None and not window.inherits("QTipLabel")
    ]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: Any = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


def pytest_runtest_setup(item: pytest.Item) -> None:
    """LibreOffice judges the workbooks: a machine may lack it, the CI on Linux may not."""
    if item.get_closest_marker("libreoffice") and not office():
        must = os.environ.get("CI") and sys.platform.startswith("linux")
        (pytest.fail if must else pytest.skip)("LibreOffice is not installed")


def office() -> str | None:
    """The LibreOffice of this machine."""
    places = (
        "soffice",
        "libreoffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:/Program Files/LibreOffice/program/soffice.exe",
    )
    return next((found for found in map(shutil.which, places) if found), None)


@pytest.fixture(scope="session")
def soffice() -> str:
    """The LibreOffice program, for tests marked ``libreoffice``."""
    return office() or pytest.skip("LibreOffice is not installed")
