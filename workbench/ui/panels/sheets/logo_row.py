"""A logo: shown small, chosen from a file, taken away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workbench.base.texts import Text, text
from workbench.presenters.sheets.picture import Logo
from workbench.ui.elided import ElidedLabel
from workbench.ui.form.icon_button import IconButton
from workbench.ui.look import button
from workbench.ui.theme import Theme
from workbench.ui.words import Words

_SIZE = QSize(64, 26)
_SHARP = 2


class LogoRow(QWidget):
    """Its buttons are connected by whoever owns it."""

    def __init__(self, theme: Theme, words: Words, name: Text) -> None:
        super().__init__()
        self._name, self._shown = ElidedLabel(), QLabel()
        self.choose, self.drop = button(), IconButton(theme, "x")
        self._name.setProperty("look", "muted")
        self._shown.setFixedSize(_SIZE)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setStyleSheet("background: #FFFFFF; color: #B42318; border-radius: 4px;")
        words.put(self._name, "show_text", name)
        words.put(self._shown, "setAccessibleName", name)
        words.put(self.choose, "setText", text("choose…"))
        words.put(self.choose, "setAccessibleName", name)
        words.put(self.drop, "describe", text("Take the logo away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._name, 1)
        for widget in (self._shown, self.drop, self.choose):
            row.addWidget(widget)

    def show_logo(self, logo: Logo | None) -> None:
        """Show the picture, or that there is none."""
        self._shown.setVisible(logo is not None)
        self.drop.setVisible(logo is not None)
        self.choose.setVisible(logo is None)
        self._shown.setToolTip(logo.name if logo else "")
        self._shown.setText("" if logo is None or logo.data else "!")
        if logo is not None and logo.data:
            image = QImage.fromData(logo.data).scaled(
                _SIZE * _SHARP,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixels = QPixmap.fromImage(image)
            pixels.setDevicePixelRatio(_SHARP)
            self._shown.setPixmap(pixels)
