from workbench.ui.tooltip import tooltip

LONG = "“Revenue” is given to Marketer, who cannot move it directly. " * 3


def test_that_a_long_sentence_is_broken():
    lines = tooltip(LONG).split("\n")
    assert len(lines) > 2
    assert max(map(len, lines)) <= 76
    assert " ".join(lines) == LONG.strip()


def test_that_the_lines_there_are_stay():
    assert tooltip("Leads\n\nNobody owns it") == "Leads\n\nNobody owns it"


def test_that_numbers_are_never_broken():
    assert "1\u00a0000\u00a0₽" in tooltip("x" * 72 + " 1\u00a0000\u00a0₽")
