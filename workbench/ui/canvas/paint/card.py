"""Painting a card."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from workbench.presenters.funnel.picture import Card, Face
from workbench.ui.canvas.paint.colors import brush, color, dashed, pen
from workbench.ui.canvas.paint.layout import NAME_LINE, CardLayout, PlacedChip, laid_out
from workbench.ui.canvas.paint.lettering import (
    chip_font,
    figure_font,
    name_font,
    unit_font,
    width_of,
    write,
)
from workbench.ui.canvas.paint.marks import paint_alert, paint_alert_dot, paint_mark, paint_warning
from workbench.ui.theme import Colors, readable, tint

TINY = 0.36  # below this zoom letters cannot be read, so none are painted
PORT_RADIUS = 6.0
_INSET = 2.5  # of the middle of an alert from the corner of its card
_DOT = 13.0
_RADII = {"stage": 8.0, "conversion": 8.0, "driver": 15.0, "result": 4.0, "standard": 8.0}


@dataclass(frozen=True, slots=True)
class CardLook:
    """How a card stands out from the others at the moment."""

    selected: bool = False
    hovered: bool = False
    target: bool = False
    ported: bool = False


PLAIN = CardLook()


def paint_card(
    painter: QPainter, card: Card, colors: Colors, look: CardLook = PLAIN, zoom: float = 1.0
) -> None:
    """Paint a card with its top left corner at the origin."""
    box = QRectF(0, 0, card.box.width, card.box.height)
    _paint_body(painter, box, card, colors, look, zoom)
    if zoom < TINY:
        _paint_bars(painter, box, card, colors)
        return
    layout = laid_out(card.face)
    _paint_words(painter, card.face, layout, colors)
    _paint_influence(painter, card.face, layout.mark_box, colors)
    for chip in layout.chips:
        _paint_chip(painter, chip, colors)
    if card.face.trouble:
        paint_warning(painter, layout.warning_box.center(), colors.bad, colors.surface)
    if card.stray:
        painter.setFont(unit_font())
        painter.setPen(color(colors.muted))
        above = QRectF(2, -16, box.width() - 4, 14)
        write(painter, above, card.stray)
    if card.alert:
        paint_alert(painter, card.alert, box.topRight() + QPointF(-_INSET, _INSET), colors)


def port_of(card: Card) -> QPointF:
    """Where an arrow is pulled out of a card, from its top left corner."""
    return QPointF(card.box.width, card.box.height / 2)


def paint_port(painter: QPainter, card: Card, colors: Colors) -> None:
    """The handle from which an arrow is pulled."""
    middle = port_of(card)
    painter.setPen(pen(colors.accent, 1.5))
    painter.setBrush(brush(colors.surface))
    painter.drawEllipse(middle, PORT_RADIUS, PORT_RADIUS)
    painter.drawLine(middle - QPointF(2.6, 0), middle + QPointF(2.6, 0))
    painter.drawLine(middle - QPointF(0, 2.6), middle + QPointF(0, 2.6))


def _paint_body(
    painter: QPainter, box: QRectF, card: Card, colors: Colors, look: CardLook, zoom: float
) -> None:
    radius = _RADII[card.face.kind]
    if zoom >= TINY:
        _paint_shadow(painter, box, radius, colors)
    painter.setBrush(brush(colors.accent_soft if look.target else colors.surface))
    painter.setPen(_outline(card, colors, look, zoom))
    painter.drawRoundedRect(box, radius, radius)
    if card.face.kind == "result":
        painter.drawRoundedRect(box.adjusted(0, 0, 0, -3), radius, radius)


def _paint_shadow(painter: QPainter, box: QRectF, radius: float, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, alpha in ((3.0, 7), (1.5, 11)):
        painter.setBrush(brush(colors.shadow, alpha * (3 if colors.dark else 1)))
        around = box.adjusted(-spread, -spread + 1.5, spread, spread + 2)
        painter.drawRoundedRect(around, radius + spread, radius + spread)


def _outline(card: Card, colors: Colors, look: CardLook, zoom: float) -> QPen:
    wide = 1 / min(zoom, 1.0)
    if look.selected or look.target:
        return pen(colors.accent, 2.0 * wide)
    if card.alert == "error" or card.face.trouble:
        return pen(colors.bad, (1.6 if card.alert == "error" else 1.2) * wide)
    name = colors.faint if look.hovered else colors.border
    if card.face.kind == "standard":
        return dashed(colors.faint, 1.0 * wide, 4.0, 3.0)
    return pen(name, 1.0 * wide)


def _paint_words(painter: QPainter, face: Face, layout: CardLayout, colors: Colors) -> None:
    painter.setPen(color(colors.text))
    painter.setFont(name_font())
    line = QRectF(layout.name_box)
    line.setHeight(NAME_LINE)
    for words in layout.name_lines:
        write(painter, line, words)
        line.translate(0, NAME_LINE)
    painter.setFont(figure_font())
    painter.setPen(color(colors.bad if face.trouble else colors.text))
    write(painter, layout.figure_box, face.figure)
    if face.unit:
        after = width_of(figure_font(), face.figure) + 5
        painter.setFont(unit_font())
        painter.setPen(color(colors.muted))
        beside = layout.figure_box.adjusted(after, 3, 0, 3)
        write(painter, beside, face.unit)


def _paint_influence(painter: QPainter, face: Face, box: QRectF, colors: Colors) -> None:
    direct = face.mark == "direct"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colors.good_soft if direct else colors.neutral_soft))
    painter.drawRoundedRect(box, 4, 4)
    ink = colors.good if direct else colors.muted
    paint_mark(painter, face.mark, QPointF(box.left() + 9.5, box.center().y()), ink)
    painter.setFont(chip_font())
    painter.setPen(color(ink))
    write(painter, box.adjusted(17, 0, 0, 0), face.mark_words)


def _paint_chip(painter: QPainter, placed: PlacedChip, colors: Colors) -> None:
    chip, box = placed.chip, placed.box
    painter.setFont(chip_font())
    round_ = box.height() / 2
    if chip.look == "more":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(colors.neutral_soft))
        painter.drawRoundedRect(box, round_, round_)
        painter.setPen(color(colors.muted))
        write(painter, box, placed.words, centred=True)
        return
    ink = readable(chip.color, colors)
    if chip.look == "helps":
        painter.setPen(dashed(ink, 1.0, 2.6, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), round_ - 0.5, round_ - 0.5)
        painter.setPen(color(ink))
        write(painter, box, placed.words, centred=True)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(tint(chip.color, colors)))
    painter.drawRoundedRect(box, round_, round_)
    _paint_dot(painter, QPointF(box.left() + 9, box.center().y()), chip.color, chip.look)
    painter.setPen(color(ink))
    write(painter, box.adjusted(15.5, 0, 0, 0), placed.words)


def _paint_dot(painter: QPainter, middle: QPointF, name: str, look: str) -> None:
    """Full for the owner, a ring for others who answer."""
    if look == "owner":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(name))
        painter.drawEllipse(middle, 3.2, 3.2)
    else:
        painter.setPen(pen(name, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, 2.6, 2.6)


def _paint_bars(painter: QPainter, box: QRectF, card: Card, colors: Colors) -> None:
    """What is left of a card that is too small to be read: where things are, and whose."""
    face = card.face
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(colors.faint))
    painter.drawRect(QRectF(12, 14, box.width() * 0.62, 8))
    painter.setBrush(brush(colors.bad if face.trouble else colors.text))
    painter.drawRect(QRectF(12, 32, box.width() * 0.4, 13))
    left = 12.0
    for chip in face.chips[:3]:
        if chip.color:
            painter.setBrush(brush(chip.color))
            painter.drawRect(QRectF(left, 56, 32, 10))
            left += 38
    if card.alert:
        middle = box.topRight() + QPointF(-_INSET, _INSET)
        paint_alert_dot(painter, card.alert, middle, _DOT, colors)
