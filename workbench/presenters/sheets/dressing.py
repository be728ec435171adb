"""Whose workbook it is: the client's logo, and name, logo and colour of who made it."""

from __future__ import annotations

import re
from pathlib import Path

from psygnal import Signal

from workbench.base.errors import WorkbenchError
from workbench.base.languages import Code
from workbench.base.texts import Text
from workbench.document.project import Project
from workbench.excel.book import Dress
from workbench.excel.images import Image, checked_image, read_image
from workbench.presenters.desk import Desk
from workbench.presenters.preferences import Preferences
from workbench.presenters.sheets.outside import Outside
from workbench.presenters.sheets.picture import DressPicture, Logo

_Found = Image | WorkbenchError | None
_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")


class Dressing:
    """Reads a logo when it is chosen and keeps it; the consultant's part is in the settings.

    `changed` tells that the workbook looks different; with the path of the client's logo in it.
    """

    changed = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, outside: Outside) -> None:
        self._desk = desk
        self._preferences = preferences
        self._outside = outside
        self._logo: tuple[str, _Found] = ("", None)
        self._own: tuple[str, _Found] = ("", None)
        self._drawn: tuple[Project, Code, _Found] | None = None

    @property
    def logo(self) -> str:
        """The file of the client's logo."""
        return self._logo[0]

    def take_over(self, logo: str) -> None:
        """Wear the logo of the last time; one whose file is gone is told."""
        self._logo = (logo, _read(logo))

    def choose_logo(self) -> None:
        """Ask for the client's logo."""
        found = self._asked()
        if found is not None:
            self._logo = found
            self.changed.emit()

    def drop_logo(self) -> None:
        """Do without."""
        self._logo = ("", None)
        self.changed.emit()

    def choose_own_logo(self) -> None:
        """Ask for the consultant's logo."""
        found = self._asked()
        if found is not None:
            self._preferences.change(consultant_logo=found[0])
            self.changed.emit()

    def drop_own_logo(self) -> None:
        """Do without."""
        self._preferences.change(consultant_logo="")
        self.changed.emit()

    def call_consultant(self, name: str) -> None:
        """Who makes the workbooks."""
        self._change(consultant=name.strip()[:200])

    def choose_brand(self, color: str) -> None:
        """The colour of heads as #RRGGBB; nothing for that of the program."""
        found = _COLOR.fullmatch(color.strip())
        if found is not None or not color.strip():
            self._change(brand=f"#{found[1].upper()}" if found else "")
        else:
            self.changed.emit()

    def dress(self, project: Project, code: Code) -> Dress:
        """Everything that a workbook wears, as far as it can be had."""
        settings = self._preferences.settings
        return Dress(
            logo=_image(self._logo[1]),
            consultant=settings.consultant,
            consultant_logo=_image(self._own_logo()),
            brand=settings.brand,
            picture=_image(self._funnel(project, code)),
        )

    def fault(self, project: Project, code: Code) -> Text | None:
        """Why a picture that the workbook should wear cannot be had."""
        wanted = (self._logo[1], self._own_logo(), self._funnel(project, code))
        return next((one.message for one in wanted if isinstance(one, WorkbenchError)), None)

    def picture(self) -> DressPicture:
        """What the panel shows of it."""
        settings = self._preferences.settings
        return DressPicture(
            self._shown(*self._logo),
            settings.consultant,
            self._shown(settings.consultant_logo, self._own_logo()),
            settings.brand,
        )

    def _shown(self, path: str, found: _Found) -> Logo | None:
        match found:
            case Image(data):
                return Logo(Path(path).name, data)
            case WorkbenchError():
                return Logo(self._desk.say(found.message), b"")
        return None

    def _change(self, **changes: str) -> None:
        self._preferences.change(**changes)
        self.changed.emit()

    def look_again(self) -> None:
        """Try once more to read what could not be read: a drive may be back."""
        if isinstance(self._own[1], WorkbenchError):
            self._own = ("", None)
        if isinstance(self._logo[1], WorkbenchError):
            self.take_over(self._logo[0])

    def _own_logo(self) -> _Found:
        path = self._preferences.settings.consultant_logo
        if self._own[0] != path:
            self._own = (path, _read(path))
        return self._own[1]

    def _asked(self) -> tuple[str, Image] | None:
        path = self._outside.logo(Path(self._desk.folder.last))
        if path is None:
            return None
        try:
            return str(path), read_image(path)
        except WorkbenchError as error:
            self._desk.tell(error.message)
            return None

    def _funnel(self, project: Project, code: Code) -> _Found:
        """The drawn funnel, drawn again when it is another one."""
        if self._drawn is None or self._drawn[0] is not project or self._drawn[1] != code:
            self._drawn = (project, code, self._draw(project, code))
        return self._drawn[2]

    def _draw(self, project: Project, code: Code) -> _Found:
        if not project.metrics:
            return None
        try:
            return checked_image(self._outside.funnel(project, code), "PNG")
        except WorkbenchError as error:
            return error


def _read(path: str) -> _Found:
    if not path:
        return None
    try:
        return read_image(Path(path))
    except WorkbenchError as error:
        return error


def _image(found: _Found) -> Image | None:
    return found if isinstance(found, Image) else None
