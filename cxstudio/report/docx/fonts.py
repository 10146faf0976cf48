"""Typefaces: the theme's fonts by language, and what stands in where they are not installed."""

from __future__ import annotations

from cxstudio.report.blocks import Language
from cxstudio.report.docx.xml import root, w

LATIN = "Aptos"
JAPANESE = "Yu Gothic"
_FONTS = (
    (LATIN, "Calibri,Segoe UI,Arial", "swiss", "00"),
    (JAPANESE, "BIZ UDPGothic,Hiragino Kaku Gothic ProN,Noto Sans CJK JP", "swiss", "80"),
    ("Times New Roman", "", "roman", "00"),
)


def theme_latin(language: Language) -> str:
    """The Latin typeface of the theme: a Japanese report sets Latin in its Japanese face."""
    return JAPANESE if language == "ja" else LATIN


def themed() -> str:
    """The fonts of a style: all four scripts from the theme."""
    return w(
        "rFonts",
        asciiTheme="minorHAnsi",
        eastAsiaTheme="minorEastAsia",
        hAnsiTheme="minorHAnsi",
        cstheme="minorBidi",
    )


def figures() -> str:
    """The fonts of key figures, codes and numbers: Latin digits in every language."""
    return w("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsiaTheme="minorEastAsia", cstheme="minorBidi")


def font_table() -> str:
    """The part ``word/fontTable.xml`` with the alternatives, in order."""
    return root("fonts", *(_font(*font) for font in _FONTS))


def _font(name: str, alternatives: str, family: str, charset: str) -> str:
    return w(
        "font",
        w("altName", val=alternatives) if alternatives else "",
        w("charset", val=charset),
        w("family", val=family),
        w("pitch", val="variable"),
        name=name,
    )
