"""What makes a workbook the client's and the consultant's, gathered before it is written."""

from __future__ import annotations

from pathlib import Path

from workbench.excel.book import Dress
from workbench.excel.images import checked_image, read_image
from workbench.storage.settings import Settings


def dressed(settings: Settings, logo: Path | None = None, picture: bytes | None = None) -> Dress:
    """The client's logo and the drawn funnel with what the settings say; raises `BadPicture`."""
    own = settings.consultant_logo
    return Dress(
        logo=read_image(logo) if logo else None,
        consultant=settings.consultant,
        consultant_logo=read_image(Path(own)) if own else None,
        brand=settings.brand,
        picture=checked_image(picture, "PNG") if picture else None,
    )
