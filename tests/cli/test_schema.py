import pytest

from workbench.storage.schema import schema


@pytest.mark.parametrize("options", [[], ["--json"], ["--lang", "ru"]])
def test_that_the_schema_of_the_file_is_printed(run, options):
    answer = run("schema", *options)
    assert answer.code == 0
    assert answer.tree == schema()
