"""The window itself: up at once with an empty frame, filled when the program is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from workbench.ui.theme import Theme

HEADER_HEIGHT = 48
RAIL_WIDTH = 84


class MainWindow(QMainWindow):
    """Closes only when the program says it may; takes project files that are dropped on it."""

    painted = Signal()
    dropped = Signal(Path)

    def __init__(self, theme: Theme, geometry: str = "") -> None:
        super().__init__()
        self._may_close: Callable[[], bool] | None = None
        self._frame = Frame(theme)
        self._frame.painted.connect(self.painted)
        self.setCentralWidget(self._frame)
        self.setWindowTitle("KPI Workbench")
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def fill(self, workspace: QWidget, may_close: Callable[[], bool]) -> None:
        """Put the program into the window; `may_close` is asked before it goes."""
        self._may_close = may_close
        self.setCentralWidget(workspace)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go, unless the program wants to stay."""
        event.setAccepted(self._may_close is None or self._may_close())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take project files."""
        if _project_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Report a project file that was dropped."""
        path = _project_in(event)
        if path is not None:
            self.dropped.emit(path)


class Frame(QWidget):
    """Where header and rail will stand, painted before they exist."""

    painted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_new = True
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the empty frame and say so once."""
        colors = self._theme.colors
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors.window))
        painter.fillRect(QRect(0, 0, self.width(), HEADER_HEIGHT), QColor(colors.surface))
        painter.fillRect(
            QRect(0, HEADER_HEIGHT + 1, RAIL_WIDTH, self.height()), QColor(colors.surface)
        )
        painter.end()
        if self._is_new:
            self._is_new = False
            self.painted.emit()


def _project_in(event: QDropEvent) -> Path | None:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() == ".kpi" else None
