"""The list of completions under the cursor of the formula field, which keeps the focus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.presenters.inspector.formula_completion import Candidate
from workbench.ui.form.kit import Kit

_CANDIDATE = Qt.ItemDataRole.UserRole
_ROW = 38
_WIDTH = 330
_MOST = 7
_ICONS = {"metric": "chart-line", "role": "user", "function": "math-function"}


class CandidateDelegate(QStyledItemDelegate):
    """A name with an icon for its kind, and below it what it is."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colors = self._kit.theme.colors
        candidate: Candidate = index.data(_CANDIDATE)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.accent_soft))
        icon = self._kit.theme.icon(_ICONS[candidate.kind], colors.muted, 16)
        icon.paint(painter, rect.left() + 8, rect.top() + (_ROW - 16) // 2, 16, 16)
        words = rect.adjusted(32, 3, -8, -3)
        self._line(painter, words, candidate.name, colors.text, top=True)
        self._line(painter, words, candidate.about, colors.muted, top=False)

    def _line(self, painter: QPainter, rect: QRect, words: str, color: str, *, top: bool) -> None:
        font = QFont(painter.font())
        font.setPixelSize(13 if top else 11)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(color))
        side = Qt.TextElideMode.ElideMiddle if top else Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, side, rect.width())
        edge = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect, edge | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class CompletionPopup(QFrame):
    """Never takes the focus: the field walks through it and takes what is current."""

    chosen = Signal(Candidate)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setProperty("look", "menu")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setProperty("look", "menu")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(CandidateDelegate(kit, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.words.put(self.list, "setAccessibleName", text("Completions"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(self._on_clicked)

    @property
    def current(self) -> Candidate | None:
        """The candidate that Enter takes."""
        row = self.list.currentRow()
        return self.list.item(row).data(_CANDIDATE) if row >= 0 else None

    def show_candidates(self, candidates: tuple[Candidate, ...], below: QRect) -> None:
        """Show candidates under a rectangle of the screen, or above it where there is no room."""
        self.list.clear()
        for candidate in candidates:
            item = QListWidgetItem(candidate.name, self.list)
            item.setData(_CANDIDATE, candidate)
            item.setToolTip(candidate.about)
        self.list.setCurrentRow(0)
        rows = min(_MOST, len(candidates))
        self.setFixedSize(_WIDTH, rows * _ROW + 12)
        self.move(self._corner(below))
        self.show()

    def walk(self, steps: int) -> None:
        """Go up or down, round the ends."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + steps) % count)

    def _corner(self, below: QRect) -> QPoint:
        screen = self.screen().availableGeometry()
        top = below.bottom() + 4
        if top + self.height() > screen.bottom():
            top = below.top() - self.height() - 4
        left = max(screen.left(), min(below.left() - 36, screen.right() - self.width()))
        return QPoint(left, max(screen.top(), top))

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_CANDIDATE))
