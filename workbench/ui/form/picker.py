"""Choosing one of many: a list that opens under a button, searched by typing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.base.texts import text
from workbench.formula.names import folded
from workbench.presenters.inspector.rows import Option
from workbench.presenters.inspector.wishes import Added
from workbench.ui.form.kit import Kit

_ABOUT = Qt.ItemDataRole.UserRole + 1
_SEARCH_FROM = 9
_ROW = 28
_TALLEST = 320
_NARROWEST, _WIDEST = 180, 340


class OptionDelegate(QStyledItemDelegate):
    """Draws an option with what stands small beside it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(_NARROWEST, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        colors = self._kit.theme.colors
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colors.accent_soft))
        inner = rect.adjusted(10, 0, -10, 0)
        name = str(index.data() or "")  # type: ignore[attr-defined]
        about = str(index.data(_ABOUT) or "")  # type: ignore[attr-defined]
        metrics = painter.fontMetrics()
        room = min(metrics.horizontalAdvance(name), inner.width())
        left = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.setPen(QColor(colors.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, left)
        if about:
            painter.setPen(QColor(colors.muted))
            rest = inner.adjusted(room + 12, 0, 0, 0)
            words = metrics.elidedText(about, Qt.TextElideMode.ElideRight, max(0, rest.width()))
            painter.drawText(
                rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words
            )


class Picker(QFrame):
    """The list; it closes when something is chosen, with Escape, and when the focus leaves it."""

    picked = Signal(Added)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._kit = kit
        self._options: tuple[Option, ...] = ()
        self._free = False
        self.setProperty("look", "menu")
        self.search = QLineEdit()
        self.list = QListWidget()
        self._lay_out()
        self.search.textChanged.connect(self._on_searched)
        self.list.itemClicked.connect(self._on_item)

    def open_at(
        self, anchor: QWidget, options: tuple[Option, ...], chosen: str | None, *, free: bool
    ) -> None:
        """Open under a widget; `free` also takes words that are no option."""
        self._options, self._free = options, free
        searching = free or len(options) >= _SEARCH_FROM
        self.search.setVisible(searching)
        self.search.clear()
        self._fill(chosen)
        width = max(_NARROWEST, min(_WIDEST, anchor.width(), 2 * _NARROWEST), self._needed())
        height = min(_TALLEST, self.list.count() * _ROW + (44 if searching else 0) + 12)
        self.setFixedSize(min(width, _WIDEST), max(height, 60))
        self.move(self._corner(anchor))
        self.show()
        (self.search if searching else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter chooses, wherever the focus is."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            self.list.setCurrentRow(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_current()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.search.setClearButtonEnabled(True)
        self._kit.words.put(self.search, "setPlaceholderText", text("Find"))
        self._kit.words.put(self.search, "setAccessibleName", text("Find"))
        self._kit.words.put(self.list, "setAccessibleName", text("Choices"))
        self.list.setProperty("look", "menu")
        self.list.setItemDelegate(OptionDelegate(self._kit, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.setSpacing(5)
        layout.addWidget(self.search)
        layout.addWidget(self.list)

    def _fill(self, chosen: str | None) -> None:
        wanted = folded(self.search.text())
        self.list.clear()
        for option in self._options:
            if wanted in folded(option.text) or wanted in folded(option.id):
                item = QListWidgetItem(option.text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, option.id)
                item.setData(_ABOUT, option.about)
                item.setToolTip(option.about)
                if option.id == chosen:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _needed(self) -> int:
        metrics = self.fontMetrics()
        words = (f"{option.text}   {option.about}" for option in self._options)
        return max((metrics.horizontalAdvance(line) for line in words), default=0) + 48

    def _corner(self, anchor: QWidget) -> QPoint:
        """Under the anchor, its right edges aligned, on the screen."""
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 2))
        screen = anchor.screen().availableGeometry().adjusted(4, 4, -4, -4)
        if corner.y() + self.height() > screen.bottom():
            corner.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        return QPoint(x, max(screen.top(), min(corner.y(), screen.bottom() - self.height())))

    def _on_searched(self, _words: str) -> None:
        self._fill(None)

    def _on_item(self, item: QListWidgetItem) -> None:
        self._pick(str(item.data(Qt.ItemDataRole.UserRole)))

    def _choose_current(self) -> None:
        if self.list.currentRow() >= 0:
            self._on_item(self.list.currentItem())
        elif self._free and self.search.text().strip():
            self._pick(self.search.text().strip())

    def _pick(self, option: str) -> None:
        self.close()
        self.picked.emit(Added("", option))
