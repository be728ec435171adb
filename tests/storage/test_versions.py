import pytest

from tests.projects import example, example_tree
from workbench.document.project import VERSION
from workbench.storage.bad_file import BadFile
from workbench.storage.codec import project_of
from workbench.storage.migrations import STEPS
from workbench.storage.versions import migrated, version_of


def rename_state(tree):
    """A step as a release would bring it: channels said `ok` before they said `confirmed`."""
    channels = [{"state": "confirmed"} | c for c in tree["channels"]]
    return {**tree, "channels": channels}


def count_steps(tree):
    return {**tree, "steps": tree.get("steps", 0) + 1}


def test_that_there_is_a_step_from_every_older_version():
    assert set(STEPS) == set(range(1, VERSION))


def test_that_a_tree_of_the_current_version_stays_as_it_is():
    tree = example_tree()
    assert migrated(tree, "plan.kpi") == tree


def test_that_the_steps_are_taken_one_after_another():
    steps = {1: count_steps, 2: count_steps, 3: count_steps}
    tree = migrated({**example_tree(), "version": 1}, "plan.kpi", steps, current=4)
    assert (tree["steps"], tree["version"]) == (3, 4)


def test_that_steps_before_the_version_of_the_file_are_left_out():
    steps = {1: rename_state}
    tree = {**example_tree(), "version": 1}
    assert migrated(tree, "plan.kpi", steps, current=1) == tree


def test_that_a_migrated_tree_becomes_a_project():
    tree = example_tree()
    for channel in tree["channels"]:
        del channel["state"]
    moved = migrated(tree, "plan.kpi", {1: rename_state}, current=2)
    assert project_of({**moved, "version": 1}, "plan.kpi").channels == example().channels


def test_that_the_tree_given_to_a_migration_is_not_changed():
    tree = example_tree()
    migrated(tree, "plan.kpi", {1: count_steps}, current=2)
    assert tree == example_tree()


@pytest.mark.parametrize("channels", [None, 5, [5]])
def test_that_an_old_file_a_step_cannot_read_is_refused_in_a_sentence(channels):
    tree = {**example_tree(), "channels": channels}
    with pytest.raises(BadFile, match=r"plan.kpi: the file of version 1 is damaged"):
        migrated(tree, "plan.kpi", {1: rename_state}, current=2)


def test_that_what_is_wrong_after_a_migration_is_named_by_its_place():
    tree = {**example_tree(), "language": "de"}
    with pytest.raises(BadFile, match=r"plan.kpi: language: expected one of ru, en"):
        project_of(tree, "plan.kpi")


def test_that_the_version_is_read_before_anything_else():
    assert version_of({"format": "kpi-workbench", "version": 1, "metrics": 5}, "x") == 1
