"""The scripts of `packaging/` are no package: each is loaded from its path."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "packaging"))  # they import each other as a started script does


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{path.stem}_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def dev() -> ModuleType:
    return load(ROOT / "packaging" / "dev.py")


@pytest.fixture
def environment() -> ModuleType:
    return load(ROOT / "packaging" / "environment.py")


@pytest.fixture
def system() -> ModuleType:
    return load(ROOT / "packaging" / "system.py")


@pytest.fixture
def hatch_build() -> ModuleType:
    return load(ROOT / "hatch_build.py")
