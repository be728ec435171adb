"""Opening and saving the largest template, beside plain JSON."""

import json

import pytest

from workbench.storage.codec import decode, encode


@pytest.mark.benchmark(group="open")
def test_floor_of_opening(benchmark, largest):
    benchmark(json.loads, encode(largest))


@pytest.mark.benchmark(group="open")
def test_opening(benchmark, largest):
    data = encode(largest)
    benchmark(decode, data, "plan.kpi")


@pytest.mark.benchmark(group="save")
def test_floor_of_saving(benchmark, largest):
    tree = json.loads(encode(largest))
    benchmark(lambda: json.dumps(tree, ensure_ascii=False, indent=2).encode())


@pytest.mark.benchmark(group="save")
def test_saving(benchmark, largest):
    benchmark(encode, largest)
