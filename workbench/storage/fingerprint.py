"""How a file looked when it was read, to notice that somebody else wrote it since."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Size and SHA-256, not the time: sync folders touch files without changing them."""

    size: int
    digest: str

    @classmethod
    def of(cls, data: bytes) -> Fingerprint:
        """The fingerprint of a content."""
        return cls(len(data), digest(data))


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal figures."""
    return hashlib.sha256(data).hexdigest()
