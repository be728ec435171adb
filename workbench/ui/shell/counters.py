"""Numbers of findings with the signs of their severities."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from workbench.base.texts import text
from workbench.checks.finding import SEVERITIES, Severity
from workbench.presenters.problems.counts import Counts
from workbench.ui.look import label
from workbench.ui.severity import TONES, sign
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_SIGN = 14


class Counters(QWidget):
    """A sign and a number for each severity that was found."""

    def __init__(self, theme: Theme, severities: tuple[Severity, ...] = SEVERITIES) -> None:
        super().__init__()
        self._theme = theme
        self._pairs = {one: (QLabel(), label("strong")) for one in severities}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for severity, (mark, number) in self._pairs.items():
            number.setProperty("tone", TONES[severity])
            row.addWidget(mark)
            row.addWidget(number)
            row.addSpacing(5)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour()
        theme.changed.connect(self._colour)
        self.show_counts(Counts())

    def show_counts(self, counts: Counts) -> None:
        """Show other numbers; a severity without findings is not shown."""
        numbers = dict(zip(SEVERITIES, (counts.errors, counts.warnings, counts.hints), strict=True))
        for severity, (mark, number) in self._pairs.items():
            number.setText(str(numbers[severity]))
            for part in (mark, number):
                part.setVisible(bool(numbers[severity]))
        self.setVisible(any(numbers[severity] for severity in self._pairs))

    def _colour(self) -> None:
        for severity, (mark, _number) in self._pairs.items():
            mark.setPixmap(sign(severity, self._theme, _SIGN).pixmap(_SIGN, _SIGN))


class ChecksButton(QPushButton):
    """Opens and closes the problems panel; says how many errors and warnings there are."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._caption = label()
        self._counters = Counters(theme, ("error", "warning"))
        self._good = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(7)
        for part in (self._caption, self._counters, self._good):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        words.put(self._caption, "setText", text("Checks"))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._colour)
        self._colour()

    def show_counts(self, counts: Counts, words: str, *, sure: bool) -> None:
        """Show the numbers; a tick where it is sure that nothing has to be mended."""
        self._counters.show_counts(counts)
        self._good.setVisible(sure and not (counts.errors or counts.warnings))
        self.setAccessibleName(f"{self._caption.text()}: {words}")
        self.setToolTip(f"{self._caption.text()}: {words} (Ctrl+Shift+M)")
        self.updateGeometry()

    def show_caption(self, *, shown: bool) -> None:
        """Leave the word out where the window is narrow."""
        self._caption.setVisible(shown)

    def sizeHint(self) -> QSize:
        """As wide as what stands on it."""
        wanted = super().sizeHint()
        inner = self.layout()
        return QSize(inner.sizeHint().width() if inner else wanted.width(), wanted.height())

    def _colour(self) -> None:
        icon = self._theme.icon("circle-check", self._theme.colors.good, 16)
        self._good.setPixmap(icon.pixmap(16, 16))
