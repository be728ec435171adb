"""A program that is killed while it saves leaves a whole file: the old one or the new one."""

import subprocess
import sys
import time

import pytest

from tests.projects import ROOT, example
from workbench.storage.project_file import load, save

SAVER = """
import itertools, sys
from tests.projects import example
from workbench.storage.project_file import save
known = None
for number in itertools.count():
    project = example().having(client=example().client.having(name="x" * (number % 150)))
    known = save(project, sys.argv[1], known)
    print(number, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007, 0.012, 0.02])
def test_that_a_killed_save_leaves_a_whole_file(tmp_path, delay):
    path = tmp_path / "plan.kpi"
    save(example(), path)
    with subprocess.Popen(
        [sys.executable, "-c", SAVER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as saver:
        assert saver.stdout is not None
        saver.stdout.readline()
        time.sleep(delay)
        saver.kill()
    name = load(path).project.client.name
    assert set(name) <= {"x"} or name == example().client.name
