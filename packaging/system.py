"""What the operating system has to give: libraries for Qt, and the programs the tests use."""

from __future__ import annotations

import glob
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

MANAGERS = {
    "apt-get": "apt-get install",
    "dnf": "dnf install",
    "pacman": "pacman -S",
}
QT_LIBRARIES = {
    "apt-get": (
        "libegl1 libgl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libgssapi-krb5-2 libx11-6 "
        "libx11-xcb1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
        "libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 "
        "libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 "
        "libwayland-client0 libwayland-cursor0"
    ),
    "dnf": (
        "mesa-libEGL mesa-libGL glib2 fontconfig dejavu-sans-fonts dbus-libs krb5-libs libX11 "
        "libX11-xcb libxkbcommon libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image "
        "xcb-util-keysyms xcb-util-renderutil libwayland-client libwayland-cursor"
    ),
    "pacman": (
        "libglvnd glib2 fontconfig ttf-dejavu dbus krb5 libx11 libxkbcommon libxkbcommon-x11 "
        "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil "
        "wayland"
    ),
}
# Draws nothing on a screen; loading the xcb plug-in finds what a window would miss.
QT_PROBE = """
import ctypes, os, pathlib, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import PySide6
from PySide6.QtWidgets import QApplication
application = QApplication([])
if sys.argv[1] == "window":
    plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    ctypes.CDLL(str(plugins / "libqxcb.so"))
"""


class Tool(NamedTuple):
    """A program or font the tests use: where it is, and its package by package manager."""

    name: str
    commands: tuple[str, ...]
    places: tuple[str, ...]
    packages: Mapping[str, str]


TEST_TOOLS = (
    Tool(
        "LibreOffice Calc",
        ("soffice", "libreoffice"),
        (
            "/usr/lib*/libreoffice/program/soffice",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "C:/Program Files/LibreOffice/program/soffice.exe",
        ),
        {
            "apt-get": "libreoffice-calc",
            "dnf": "libreoffice-calc",
            "pacman": "libreoffice-fresh",
        },
    ),
    Tool(
        "Carlito",
        (),
        (
            "/usr/share/fonts/**/Carlito-Regular.*",
            "/Library/Fonts/Carlito-Regular.*",
            "/Applications/LibreOffice.app/**/Carlito-Regular.*",
            "C:/Windows/Fonts/Carlito-Regular.*",
            "C:/Program Files/LibreOffice/**/Carlito-Regular.*",
        ),
        {
            "apt-get": "fonts-crosextra-carlito",
            "dnf": "google-carlito-fonts",
            "pacman": "ttf-carlito",
        },
    ),
    Tool(
        "pdftoppm",
        ("pdftoppm",),
        (),
        {"apt-get": "poppler-utils", "dnf": "poppler-utils", "pacman": "poppler"},
    ),
    Tool(
        "Xvfb",
        ("Xvfb",),
        (),
        {"apt-get": "xvfb", "dnf": "xorg-x11-server-Xvfb", "pacman": "xorg-server-xvfb"},
    ),
)


def on_linux() -> bool:
    """Whether libraries and programs come from the system's package manager."""
    return sys.platform.startswith("linux")


def has_display(environ: Mapping[str, str] | None = None, linux: bool | None = None) -> bool:
    """Whether a window can be shown; macOS and Windows always have a screen."""
    environ = os.environ if environ is None else environ
    if not (on_linux() if linux is None else linux):
        return True
    if environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def install_lines(packages: Mapping[str, str], find: Callable[[str], object] = shutil.which) -> str:
    """The exact line to type: of this machine's package manager, or of each known one."""
    known = [name for name in MANAGERS if find(name)] or list(MANAGERS)
    sudo = "" if _is_root() else "sudo "
    return "\n".join(
        f"  {sudo}{MANAGERS[name]} {packages[name]}" for name in known if name in packages
    )


def together(tools: Iterable[Tool]) -> dict[str, str]:
    """The packages of several tools as one list for each package manager."""
    chosen = list(tools)
    return {name: " ".join(tool.packages[name] for tool in chosen) for name in MANAGERS}


def missing_library(output: str) -> str:
    """The library a loader's complaint is about, or the complaint's last line."""
    named = re.search(r"lib[\w.+-]+?\.so[.\d]*", output)
    lines = output.strip().splitlines()
    return named.group() if named else lines[-1] if lines else "no reason given"


def ensure_venv_module(works: Callable[[], object]) -> None:
    """Debian and Ubuntu ship Python without venv: install it or name the line."""
    package = f"python3.{sys.version_info[1]}-venv"
    if on_linux() and shutil.which("apt-get"):
        if _apt_install(package) and works():
            return
        advice = f"Run:\n{install_lines({'apt-get': package})}"
    else:
        advice = "Install a complete Python 3.11 or newer."
    raise Trouble(f"This Python cannot make an environment: venv or ensurepip is missing. {advice}")


def ensure_qt(python: Path, level: str) -> None:
    """Install the libraries Qt needs (``offscreen`` or ``window``), or name the line."""
    if not on_linux():
        return
    print("Trying Qt")
    if not _qt_complaint(python, level):
        return
    _apt_install(QT_LIBRARIES["apt-get"])
    complaint = _qt_complaint(python, level)
    if complaint:
        lines = install_lines(QT_LIBRARIES)
        raise Trouble(f"Qt does not start, {missing_library(complaint)} is missing. Run:\n{lines}")


def ensure_test_tools() -> bool:
    """Install what the tests use beside Python; False where that must not fail and did."""
    missing = [tool for tool in TEST_TOOLS if not _is_present(tool)]
    if not missing or (_can_apt() and _apt_install(together(missing)["apt-get"])):
        return True
    names = ", ".join(tool.name for tool in missing if on_linux() or tool.name != "Xvfb")
    if names:
        print(f"Not found: {names}. The LibreOffice tests will be skipped.")
    if on_linux() and names:
        print(f"To run them:\n{install_lines(together(missing))}")
    return not (on_linux() and os.environ.get("CI"))


def _is_present(tool: Tool) -> bool:
    if any(shutil.which(command) for command in tool.commands):
        return True
    return any(glob.glob(place, recursive=True) for place in tool.places)  # noqa: PTH207


def _qt_complaint(python: Path, level: str) -> str:
    command = [str(python), "-c", QT_PROBE, level]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return (result.stderr or f"exit code {result.returncode}") if result.returncode else ""


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _can_apt() -> bool:
    return on_linux() and shutil.which("apt-get") is not None and _as_root() is not None


def _as_root() -> list[str] | None:
    if _is_root():
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _apt_install(packages: str) -> bool:
    if not _can_apt():
        return False
    print(f"Installing with apt-get: {packages}", flush=True)
    apt = [*(_as_root() or []), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "--yes", "--no-install-recommends", *packages.split()]
    if _quietly(install).returncode == 0:
        return True
    _quietly([*apt, "update"])
    result = _quietly(install)
    if result.returncode:
        print(result.stdout.strip()[-1000:])
    return result.returncode == 0


def _quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
