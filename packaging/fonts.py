"""Makes resources/fonts from the Debian packages fonts-inter, fonts-noto-cjk and its -extra.

    python packaging/fonts.py INTER_FOLDER NOTO_FOLDER OUT_FOLDER

Both families are under the SIL Open Font License; the licence texts lie beside the fonts.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

INTER = ("Regular", "Medium", "SemiBold", "Bold")
NOTO = ("Regular", "Medium", "Bold")
LATIN_FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk", "tnum", "case", "sups", "subs", "frac"]
FAMILY = "CX Noto Sans JP"  # a name of its own: a system's Noto has other characters
SHARED = {0x2027}  # characters whose glyph another one has, which a PDF should name instead
JAPANESE_FEATURES = ["ccmp", "kern", "palt", "halt", "vert"]


def latin() -> Iterable[int]:
    """Latin, Greek, Cyrillic, punctuation, arrows, operators and shapes."""
    yield from range(0x20, 0x530)
    yield from range(0x1E00, 0x1F00)
    yield from range(0x2000, 0x2700)


def japanese() -> Iterable[int]:
    """JIS X 0208 and level 3 of JIS X 0213, kana, full-width forms, Latin."""
    for first in range(0xA1, 0xFF):
        for second in range(0xA1, 0xFF):
            try:
                yield from map(ord, bytes((first, second)).decode("euc_jis_2004"))
            except UnicodeDecodeError:
                continue
    for block in ((0x20, 0x17F), (0x2010, 0x2050), (0x2190, 0x21A0), (0x2460, 0x2500)):
        yield from range(*block)
    for block in ((0x3000, 0x3100), (0x31F0, 0x3200), (0x3220, 0x3400), (0xFF00, 0xFFF0)):
        yield from range(*block)


def subset(font: TTFont, characters: Iterable[int], features: list[str]) -> TTFont:
    """The font cut down to the characters and the layout features named."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(unicodes=set(characters))
    cutter.subset(font)
    return font


def rename(font: TTFont, style: str) -> TTFont:
    """The font under the program's own family name."""
    script = FAMILY.replace(" ", "") + "-" + style
    names = {1: FAMILY, 2: style, 3: script, 4: f"{FAMILY} {style}", 6: script, 16: FAMILY}
    for record in list(font["name"].names):
        if record.nameID in names and record.langID not in (0, 0x409):
            font["name"].removeNames(record.nameID, record.platformID, langID=record.langID)
        elif record.nameID in names:
            record.string = names[record.nameID]
    font["CFF "].cff.fontNames[0] = script
    return font


def main(inter: Path, noto: Path, out: Path) -> None:
    """Writes the seven font files."""
    out.mkdir(parents=True, exist_ok=True)
    for style in INTER:
        font = TTFont(inter / f"Inter-{style}.otf")
        subset(font, latin(), LATIN_FEATURES).save(out / f"Inter-{style}.otf")
    for style in NOTO:
        font = TTFont(noto / f"NotoSansCJK-{style}.ttc", fontNumber=0)
        made = subset(font, set(japanese()) - SHARED, JAPANESE_FEATURES)
        rename(made, style).save(out / f"NotoSansCJKjp-{style}.otf")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
