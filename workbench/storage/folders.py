"""The folders of the person who works here: data (recovery, backups) and settings."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

NAME = "kpi-workbench"


def data_folder() -> Path:
    """Recovery files and backups; `KPI_WORKBENCH_DATA` puts them elsewhere."""
    chosen = os.environ.get("KPI_WORKBENCH_DATA")
    return Path(chosen) if chosen else platformdirs.user_data_path(NAME, appauthor=False)


def documents_folder() -> Path:
    """Where this person keeps documents; the home folder where the system names none."""
    folder = platformdirs.user_documents_path()
    return folder if folder.is_dir() else Path.home()


def config_folder() -> Path:
    """The settings; `KPI_WORKBENCH_CONFIG` puts them elsewhere."""
    chosen = os.environ.get("KPI_WORKBENCH_CONFIG")
    return Path(chosen) if chosen else platformdirs.user_config_path(NAME, appauthor=False)


def private(folder: Path) -> Path:
    """The folder, made when it is missing; clients' plans are nobody else's business."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def mark_of(path: Path) -> str:
    """A short name for everything kept about one document."""
    whole = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
