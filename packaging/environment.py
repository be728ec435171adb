"""The virtual environment of a source tree: made from a lock, left alone while current."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import system
from trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = "made-from.json"
OLDEST = (3, 11)
LOCKS = {"start": "requirements.lock", "test": "requirements-dev.lock"}
BUILD_FILES = ("pyproject.toml", "hatch_build.py")
LANGUAGES = "resources/languages/*/LC_MESSAGES/*.po"


def check_version(version: tuple[int, ...], find: Callable[[str], object] = shutil.which) -> None:
    """Refuse an old Python, naming a newer one where the machine has it."""
    if version >= OLDEST:
        return
    newer = [name for name in (f"python3.{minor}" for minor in range(20, 10, -1)) if find(name)]
    advice = (
        f"Run: {newer[0]} packaging/dev.py" if newer else "See https://www.python.org/downloads/"
    )
    found = ".".join(map(str, version[:2]))
    raise Trouble(f"KPI Workbench needs Python 3.11 or newer; this is {found}. {advice}")


def venv_python(venv: Path, windows: bool = os.name == "nt") -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


def fingerprint(root: Path, purpose: str) -> str:
    """A hash of everything an environment for ``start`` or ``test`` is made from."""
    digest = hashlib.sha256()
    for name in (LOCKS[purpose], *BUILD_FILES):
        digest.update(name.encode())
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def read_stamp(venv: Path) -> dict[str, str]:
    """What the environment was made from; empty where that is not known."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(venv: Path, stamp: dict[str, str]) -> None:
    """Note what the environment was made from."""
    (venv / STAMP).write_text(json.dumps(stamp, indent=1), encoding="utf-8")


def is_whole(venv: Path, root: Path) -> bool:
    """Whether an environment can be built upon; nothing is run to find out."""
    try:
        config = (venv / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    version = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", config, re.MULTILINE)
    new_enough = version is not None and tuple(map(int, version.groups())) >= OLDEST
    at_home = read_stamp(venv).get("root", str(root)) == str(root)
    return new_enough and at_home and venv_python(venv).exists()


def is_current(venv: Path, root: Path, purpose: str, qt: str) -> bool:
    """Whether nothing has to be done: the answer of every start but the first."""
    stamp = read_stamp(venv)
    return (
        is_whole(venv, root)
        and stamp.get(purpose) == fingerprint(root, purpose)
        and stamp.get("qt") in (qt, "window")
    )


def ensure(purpose: str) -> Path:
    """Make the environment current for ``start`` or ``test`` and give its interpreter."""
    qt = "window" if system.has_display() else "offscreen"
    python = venv_python(VENV)
    if not is_current(VENV, ROOT, purpose, qt):
        check_version(sys.version_info[:2])
        _make(python)
        _fill(python, purpose)
        system.ensure_qt(python, qt)
        _note(purpose, qt)
    _compile_languages(python)
    return python


def _make(python: Path) -> None:
    if is_whole(VENV, ROOT) and _runs(python):
        return
    if VENV.exists():
        print("The environment in .venv is from elsewhere or broken: making a new one.")
        _remove(VENV)
    if not _can_make_venv():
        system.ensure_venv_module(_can_make_venv)
    print(f"Making the environment {VENV}")
    _run([sys.executable, "-m", "venv", str(VENV)], "The environment could not be made.")


def _can_make_venv() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _remove(folder: Path) -> None:
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        else:
            shutil.rmtree(folder)
    except OSError as error:
        raise Trouble(
            f"{folder} cannot be removed ({error.strerror}): remove it yourself."
        ) from error


def _runs(python: Path) -> bool:
    try:
        probe = subprocess.run([python, "-c", "import pip"], capture_output=True, check=False)
    except OSError:
        return False
    return probe.returncode == 0


def _fill(python: Path, purpose: str) -> None:
    if read_stamp(VENV).get(purpose) == fingerprint(ROOT, purpose):
        return
    lock = LOCKS[purpose]
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    print(f"Installing what {lock} says (a few minutes the first time)")
    # The lock names everything. Were pip to look for what packages need in turn, it would stop at
    # a newer release of one that is wanted with an extra.
    locked = ["--no-deps", "--require-hashes", "-r", lock]
    _run([*pip, *locked], f"pip could not install {lock}: see above.")
    print("Installing KPI Workbench itself, editable")
    here = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    _run([*pip, *here], "pip could not install KPI Workbench itself: see above.")


def _note(purpose: str, qt: str) -> None:
    stamp = {"root": str(ROOT), "start": fingerprint(ROOT, "start"), "qt": qt}
    if purpose == "test" or read_stamp(VENV).get("test") == fingerprint(ROOT, "test"):
        stamp["test"] = fingerprint(ROOT, "test")
    write_stamp(VENV, stamp)


def stale_languages(root: Path) -> list[Path]:
    """The language files that are newer than their compiled form."""
    return [source for source in sorted(root.glob(LANGUAGES)) if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    compiled = source.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def _compile_languages(python: Path) -> None:
    if stale_languages(ROOT):
        print("Compiling the language files")
        _run([str(python), "hatch_build.py"], "The language files could not be compiled.")


def lock(extra: list[str]) -> None:
    """Resolve both locks anew; the versions in them stay unless ``--upgrade`` is given."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            _uv(Path(folder)),
            "pip",
            "compile",
            "pyproject.toml",
            "--quiet",
            "--universal",
        ]
        command += [
            "--python-version",
            ".".join(map(str, OLDEST)),
            "--fork-strategy",
            "fewest",
        ]
        command += ["--generate-hashes", "--no-header", "--no-annotate"]
        command += ["--no-emit-index-url", "--no-emit-find-links", "--group", "build", *extra]
        dev = ["--group", "dev", "--constraint", LOCKS["start"]]
        for options in (["-o", LOCKS["start"]], [*dev, "-o", LOCKS["test"]]):
            print(f"Resolving {options[-1]}")
            _run([*command, *options], f"{options[-1]} could not be resolved: see above.")


def _uv(folder: Path) -> str:
    found = shutil.which("uv")
    if found:
        return found
    print("Fetching uv, which resolves the locks")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = venv_python(folder)
    _run([str(python), "-m", "pip", "install", "--quiet", "uv"], "uv could not be installed.")
    return str(python.with_name("uv" + python.suffix))


def _run(command: list[str], complaint: str) -> None:
    sys.stdout.flush()
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise Trouble(complaint)
