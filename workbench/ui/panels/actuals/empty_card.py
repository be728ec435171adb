"""What stands above the table before there is an actual, or instead of it without a metric."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from workbench.base.texts import Text, text
from workbench.ui.form.kit import Kit
from workbench.ui.look import button, label


class EmptyCard(QFrame):
    """A title, some sentences, and the next step."""

    def __init__(self, kit: Kit, title: Text, said: tuple[Text, ...], do: Text) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.do = button("primary")
        heading = label("heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        kit.words.put(heading, "setText", title)
        for words in said:
            line = label("muted", wrap=True)
            kit.words.put(line, "setText", words)
            column.addWidget(line)
        buttons = QHBoxLayout()
        buttons.addWidget(self.do)
        buttons.addStretch()
        column.addLayout(buttons)
        kit.words.put(self.do, "setText", do)


NO_ACTUALS = text("What really was?")
NO_ACTUALS_SAID = (
    text(
        "Type the facts of a month into the yellow cells, or paste them from a spreadsheet. "
        "Volumes of the funnel are enough to begin with: conversions between them follow."
    ),
    text(
        "Then the program shows how far each KPI is from its plan, which step of the funnel to "
        "look at first, what made the difference and whose it is, and what bonus each role earned."
    ),
)
READ = text("Read from Excel or CSV…")
NO_METRICS = text("There is nothing to be counted yet")
NO_METRICS_SAID = (
    text("Draw the funnel first, or begin with a template: every metric gets a row here."),
)
TO_FUNNEL = text("Go to the funnel")
