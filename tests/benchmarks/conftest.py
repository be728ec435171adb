"""What several benchmarks measure with."""

from __future__ import annotations

import pytest

from workbench.document.project import Project
from workbench.storage.library import load_template, templates


@pytest.fixture(scope="session")
def largest() -> Project:
    """The template of the most metrics."""
    sizes = {one.key: one.metrics for one in templates("ru")}
    return load_template(max(sizes, key=lambda key: sizes[key]), "ru")
