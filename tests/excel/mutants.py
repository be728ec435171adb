"""An exported workbook damaged in every way a disk, a mail or a hand can think of."""

from __future__ import annotations

import random
import re
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

Members = list[tuple[str, bytes]]


def mutant(data: bytes, seed: int) -> bytes:
    """A workbook damaged in one of many ways; the same seed, the same damage."""
    chance = random.Random(seed)
    if chance.random() < 0.25:
        return _torn(data, chance)
    members = _unpacked(data)
    for _ in range(chance.randint(1, 3)):
        chance.choice(_HANDS)(members, chance)
    return _packed(members)


def _torn(data: bytes, chance: random.Random) -> bytes:
    """Bytes of the file itself flipped, cut off or doubled."""
    torn = bytearray(data)
    match chance.randrange(4):
        case 0:
            del torn[chance.randrange(len(torn)) :]
        case 1:
            at = chance.randrange(len(torn))
            torn[at:at] = torn[at : at + chance.randint(1, 5000)]
        case _:
            for _ in range(chance.choice((1, 5, 200))):
                torn[chance.randrange(len(torn))] = chance.randrange(256)
    return bytes(torn)


def _drop(members: Members, chance: random.Random) -> None:
    if members:
        members.pop(chance.randrange(len(members)))


def _double(members: Members, chance: random.Random) -> None:
    members.append(chance.choice(members))


def _swap(members: Members, chance: random.Random) -> None:
    """Two members with each other's content."""
    one, two = (chance.randrange(len(members)) for _ in range(2))
    (a, of_a), (b, of_b) = members[one], members[two]
    members[one], members[two] = (a, of_b), (b, of_a)


def _flip(members: Members, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        for _ in range(chance.choice((1, 3, 50))):
            content[chance.randrange(len(content))] = chance.randrange(256)

    _change(members, chance, change)


def _cut(members: Members, chance: random.Random) -> None:
    def change(content: bytearray) -> None:
        del content[chance.randrange(len(content)) :]

    _change(members, chance, change)


def _numbers(members: Members, chance: random.Random) -> None:
    """A digit that becomes another: indexes, rows, styles and values that lead elsewhere."""

    def change(content: bytearray) -> None:
        digits = [at for at, one in enumerate(content) if 48 <= one <= 57]
        for at in chance.choices(digits, k=20) if digits else ():
            content[at : at + 1] = chance.choice(_OTHER_NUMBERS)

    _change(members, chance, change)


def _words(members: Members, chance: random.Random) -> None:
    """A piece of the XML that is exchanged for another one."""

    def change(content: bytearray) -> None:
        old, new = chance.choice(_PIECES)
        found = content.find(old, chance.randrange(len(content)))
        if found >= 0:
            content[found : found + len(old)] = new

    _change(members, chance, change)


def _values(members: Members, chance: random.Random) -> None:
    """What stands between tags becomes something else; the XML stays sound."""

    def change(content: bytearray) -> None:
        found = list(re.finditer(rb">([^<>]+)<", bytes(content)))
        for match in sorted(chance.choices(found, k=15) if found else (), key=lambda m: -m.start()):
            content[match.start(1) : match.start(1) + 1] = chance.choice(_OTHER_VALUES)

    _change(members, chance, change)


def _attributes(members: Members, chance: random.Random) -> None:
    """What stands in quotes becomes something else; the XML stays sound."""

    def change(content: bytearray) -> None:
        found = list(re.finditer(rb' (?:r|s|t|ref|sqref|hidden|spans|count)="([^"]*)"', content))
        for match in sorted(chance.choices(found, k=4) if found else (), key=lambda m: -m.start()):
            content[match.start(1) : match.end(1)] = chance.choice(_OTHER_ATTRIBUTES)

    _change(members, chance, change)


def _change(members: Members, chance: random.Random, change: Callable[[bytearray], None]) -> None:
    full = [at for at, (_, content) in enumerate(members) if content]
    if full:
        at = chance.choice(full)
        name, content = members[at]
        changed = bytearray(content)
        change(changed)
        members[at] = name, bytes(changed)


def _unpacked(data: bytes) -> Members:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def _packed(members: Members) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name", UserWarning)
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


_OTHER_NUMBERS = (b"9", b"0", b"-1", b"99999999999", b"1e400", b"x")
_OTHER_VALUES = (b"9", b"-", b"1e9", b"x", b"0", b"", b"$A$1", b"'", b"&lt;")
_OTHER_ATTRIBUTES = (b"A1", b"0", b"9999", b"str", b"e", b"b", b"inlineStr", b"XFD1", b"")
_HANDS = (
    _drop, _double, _swap, _flip, _cut, _numbers, _words,
    *(_values,) * 9, *(_attributes,) * 3,
)  # fmt: skip
_PIECES = (
    (b"<c ", b"<d "), (b"</row>", b""), (b' t="s"', b' t="e"'), (b' t="s"', b' t="b"'),
    (b' t="s"', b' t="d"'), (b"<v>", b"<v><![CDATA["), (b' r="', b' r="ZZZ'), (b"$", b"$$"),
    (b"definedName", b"definedname"), (b"rId", b"rid"), (b"<f>", b"<f t='shared'>"),
    (b' s="', b' s="9'), (b"kpi-workbench map", b"kpi-workbench mop"), (b"!", b"#REF!"),
    (b"<sheetData>", b"<sheetData/><sheetData>"), (b"2027", b"\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa7"),
    (b"encoding=\"UTF-8\"", b"encoding=\"UTF-16\""), (b":", b";"), (b"input", b"inpu\x00t"),
)  # fmt: skip
