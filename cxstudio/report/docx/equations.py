"""Formulas as native equations (Office Math), read from the way people write them in a line.

The notation is the plain text itself: "z = (a − b) / √(SE_a² + SE_b²)". A stroke or ÷ makes a
fraction and √ a root, which take the brackets around what they hold; raised figures and what
follows ^ are powers, an underscore sets the name behind it low, a tilde stands over its letter, Σ
sums the term behind it. Names of one letter are slanted, longer and Japanese ones upright. Source:
ISO/IEC 29500-1, section 22.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize

from cxstudio.report.blocks import Formula
from cxstudio.report.docx.layout import framed
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import escape, paragraph, run, w

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹·"
_LEVEL = str.maketrans(_RAISED, "0123456789.")
_WIDE = str.maketrans("（）＝－＋／", "()=−+/")
_LETTER = rf"[^\W\d_Σ{_RAISED}]"
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|[{_RAISED}]+|{_LETTER}+(?: {_LETTER}+)*|\S")
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_TILDE = "\u0303"
_BETWEEN = "\u2003\u2003"
_SUM = (
    '<m:naryPr><m:chr m:val="∑"/><m:subHide m:val="1"/><m:supHide m:val="1"/></m:naryPr>'
    "<m:sub/><m:sup/>"
)
_SIZE = 21
"""Half points: among words of a line Word sets fractions smaller than their formula."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a formula, and the same without the brackets around it."""

    whole: str
    bare: str


def formula(block: Formula, setting: Typesetting) -> list[str]:
    """The formulas beside each other on a pale ground; a line ends between two of them."""
    shown = run(_BETWEEN).join(_native_or_plain(one) for one in block.formulas)
    line = paragraph(setting.style("CXBox"), shown, properties=w("jc", val="center"))
    return [framed(line, setting, fill=setting.palette.pale)]


def _native_or_plain(words: str) -> str:
    """The equation, and its line of text for programs that cannot set it: LibreOffice without its
    part for formulas would leave the place empty."""
    native = f'<mc:Choice xmlns:m="{MATH}" Requires="m">{equation(words)}</mc:Choice>'
    line = words.replace("_", "").replace(" ", "\u00a0")
    plain = f"<mc:Fallback>{run(line)}</mc:Fallback>"
    return f"<mc:AlternateContent>{native}{plain}</mc:AlternateContent>"


def equation(words: str) -> str:
    """One formula as an ``m:oMath``."""
    plain = words.translate(_WIDE)
    plain = _ACCENTED.sub(lambda letter: normalize("NFD", letter[0]), plain)
    reader = _Reader(_TOKEN.findall(plain))
    return f'<m:oMath xmlns:m="{MATH}">{reader.sequence()}</m:oMath>'


class _Reader:
    """Goes through the tokens of one formula from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._left = tokens[::-1]

    def sequence(self) -> str:
        """All up to the bracket that closes, which is taken too, or to the end."""
        written = ""
        while self._left:
            if self._takes(")"):
                break
            written += self._fraction()
        return written

    def _fraction(self) -> str:
        over = self._scripted()
        while self._takes("/÷"):
            bare = _math("f", _math("num", over.bare), _math("den", self._scripted().bare))
            over = _Piece(bare, bare)
        return over.whole

    def _scripted(self) -> _Piece:
        base = self._atom()
        low = self._atom().bare if self._takes("_") else ""
        high = self._atom().bare if self._takes("^") else ""
        if not high and self._left and self._left[-1][0] in _RAISED:
            high = _run(self._left.pop().translate(_LEVEL))
        if not low and not high:
            return base
        parts = (_math("sub", low) if low else "", _math("sup", high) if high else "")
        tag = "s" + ("Sub" if low else "") + ("Sup" if high else "")
        written = _math(tag, _math("e", base.whole), *parts)
        return _Piece(written, written)

    def _atom(self) -> _Piece:
        if not self._left:
            return _Piece("", "")
        token = self._left.pop()
        if token == "(":
            inside = self.sequence()
            return _Piece(_math("d", _math("e", inside)), inside)
        if token == "√":
            hidden = '<m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/>'
            written = _math("rad", hidden, _math("e", self._scripted().bare))
        elif token == "Σ":
            written = _math("nary", _SUM, _math("e", self._fraction()))
        elif self._takes(_TILDE):
            accent = f'<m:accPr><m:chr m:val="{_TILDE}"/></m:accPr>'
            written = _math("acc", accent, _math("e", _run(token)))
        else:
            written = _run(token)
        return _Piece(written, written)

    def _takes(self, signs: str) -> bool:
        if self._left and self._left[-1] in signs:
            self._left.pop()
            return True
        return False


def _run(token: str) -> str:
    upright = '<m:rPr><m:sty m:val="p"/></m:rPr>' if len(token) > 1 or not token.isalpha() else ""
    font = '<w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/>'
    look = f"<w:rPr>{font}{w('sz', val=_SIZE)}{w('szCs', val=_SIZE)}</w:rPr>"
    text = f'<m:t xml:space="preserve">{escape(token)}</m:t>'
    return _math("r", upright, look, text)


def _math(tag: str, *children: str) -> str:
    return f"<m:{tag}>{''.join(children)}</m:{tag}>"
