"""A whole inspector: title, subtitle and sections, in a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workbench.presenters.inspector.rows import Picture, TextRow
from workbench.presenters.inspector.wishes import Folded, Typed, Wish
from workbench.ui.fields import GrowingField, NumberField, TextEntry
from workbench.ui.form.kit import Kit
from workbench.ui.form.section_widget import Makers, SectionWidget
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.look import label

_SIDE = 16
_SECTION_GAP = 20
_HEAD_GAP = 1


class Form(QScrollArea):
    """Shows pictures; tells wishes."""

    wished = Signal(Wish)

    def __init__(self, kit: Kit, makers: Makers | None = None) -> None:
        super().__init__()
        self._kit = kit
        self._makers: Makers = makers or {}
        self._picture = Picture("", "")
        self._renamed = False
        self._sections: dict[str, SectionWidget] = {}
        self.content = QWidget()
        self.title = GrowingField(lines=False)
        self.heading = label("title", wrap=True)
        self.subtitle = QPushButton()
        self._layout = QVBoxLayout(self.content)
        self._column = QVBoxLayout()
        self._lay_out()
        self.title.committed.connect(self._on_renamed)
        self.subtitle.clicked.connect(self._on_unfolded)

    def show_picture(self, picture: Picture) -> None:
        """Show this, leaving alone what is there already."""
        before, self._picture = self._picture, picture
        if picture.target != before.target:
            self._drop_typed()
        self._show_head(picture, before)
        keys = [section.key for section in picture.sections]
        if keys != [section.key for section in before.sections]:
            self._arrange(keys)
        for section in picture.sections:
            self._sections[section.key].show_section(section)
        order_tabs(self._layout)
        if picture.target != before.target:
            self.verticalScrollBar().setValue(0)

    def hand_over(self) -> None:
        """Commit the field that is being typed in."""
        field = self.focusWidget()
        if field is self.title:
            self.title.finish()
        for section in self._sections.values():
            for row in section.rows:
                if row.isAncestorOf(field):
                    row.finish()

    def edit_title(self) -> None:
        """Take the focus into the name, all of it selected."""
        self.verticalScrollBar().setValue(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def section(self, key: str) -> SectionWidget:
        """The widget of a section."""
        return self._sections[key]

    def _drop_typed(self) -> None:
        """What could not be handed over was meant for something else."""
        field = self.focusWidget()
        if isinstance(field, NumberField):
            field.setModified(False)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title.setProperty("look", "title")
        self.subtitle.setProperty("look", "subtitle")
        self.content.setProperty("look", "surface")
        self.content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = self._layout
        layout.setContentsMargins(_SIDE, _SIDE - 4, _SIDE, _SIDE)
        layout.setSpacing(_HEAD_GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.heading)
        layout.addWidget(self.subtitle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(_SECTION_GAP - 4)
        layout.addLayout(self._column)
        layout.addStretch(1)
        self._column.setSpacing(_SECTION_GAP)
        self.setWidget(self.content)

    def _show_head(self, picture: Picture, before: Picture) -> None:
        named = isinstance(picture.title, TextRow)
        self.title.setVisible(named)
        self.heading.setVisible(not named)
        if isinstance(picture.title, TextRow):
            if picture.title != before.title or self._renamed:
                self.title.show_text(picture.title.words)
            self._renamed = False
            self.title.setPlaceholderText(picture.title.placeholder)
            self.title.setAccessibleName(picture.title.label)
            self.title.setToolTip(picture.title.tip)
        else:
            self.heading.setText(picture.title)
        self.subtitle.setText(picture.subtitle.replace("&", "&&"))
        self.subtitle.setToolTip(picture.subtitle_tip)
        self.subtitle.setEnabled(bool(picture.unfolds))
        self.subtitle.setVisible(bool(picture.subtitle))

    def _arrange(self, keys: list[str]) -> None:
        while self._column.count():
            self._column.takeAt(0)
        for key in keys:
            if key not in self._sections:
                section = SectionWidget(self._kit, self._makers)
                section.wished.connect(self.wished)
                self._sections[key] = section
            self._column.addWidget(self._sections[key])
        for key, section in self._sections.items():
            if key not in keys:
                section.hide()

    def _on_renamed(self, entry: TextEntry) -> None:
        title = self._picture.title
        if isinstance(title, TextRow):
            self._renamed = True
            self.wished.emit(Typed(title.key, entry.text))

    def _on_unfolded(self) -> None:
        section = self._picture.section(self._picture.unfolds)
        if section is not None:
            self.wished.emit(Folded(section.key, not section.open))
