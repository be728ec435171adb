"""Colours stay readable whatever colour a role has."""

import pytest

from workbench.excel import styles

COLORS = ["#FFFFFF", "#000000", "#FFE000", "#2A9FD6", "#E08A00", "#7A8699", "#00FF00"]


def contrast(one, two):
    light, dark = sorted((styles._luminance(one), styles._luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("color", COLORS)
def test_that_ink_can_be_read_on_white(color):
    assert contrast(styles.ink(color), "#FFFFFF") >= 4.5


@pytest.mark.parametrize("color", COLORS)
def test_that_ink_can_be_read_on_the_tint_of_headings(color):
    assert contrast(styles.ink(color), styles.tint(color, 0.16)) >= 3.5


@pytest.mark.parametrize("color", COLORS)
def test_that_words_on_a_colour_can_be_read(color):
    assert contrast(styles.on(color), color) >= 3


def test_that_a_dark_colour_stays_as_it_is():
    assert styles.ink("#1F2933") == "#1F2933"


def test_that_a_full_tint_is_the_colour():
    assert styles.tint("#2A9FD6", 1.0) == "#2A9FD6"


def test_that_no_tint_is_white():
    assert styles.tint("#2A9FD6", 0.0) == "#FFFFFF"


@pytest.mark.parametrize("style", [styles.ENTRY, styles.ENTRY_TEXT, styles.ENTRY_CENTER])
def test_that_entries_are_yellow_and_open(style):
    assert (style.fill, style.unlocked) == (styles.INPUT, True)


@pytest.mark.parametrize("style", [styles.FIGURE, styles.TOTAL, styles.HEAD, styles.BODY])
def test_that_everything_else_is_locked(style):
    assert not style.unlocked
