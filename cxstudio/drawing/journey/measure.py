"""Text measured by Qt, as the painter will set it: in our faces, or those of a template."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile
from threading import get_ident
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from cxstudio.drawing.face import Face, families, named, present
from cxstudio.drawing.journey.text import ELLIPSIS, JOINER, Line, Piece, Run, Type

LINE_BREAK = "\u2028"
SHORT = 6
"""Lines of a text that is looked at for a letter that stands alone at its end."""
LEAST_LETTERS, MOST_SHORTER = 2, 4
FIRST_KANA = "\u3041"
UNBROKEN_HYPHEN = "\u2011"


def font(kind: Type) -> QFont:
    """The font of a type, without hinting, so that lines break alike at every zoom.

    Without tabular figures too: their glyphs have no text in a PDF, so that "J-01" could be seen
    and neither searched nor copied. Each thread has its own: Qt's fonts are not for sharing.
    """
    return _font(kind, present(), get_ident())


@lru_cache(maxsize=256)
def _font(kind: Type, face: Face, _thread: int) -> QFont:
    made = QFont(faces(face))
    made.setPixelSize(kind.size)
    made.setWeight(QFont.Weight(kind.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setFeature(QFont.Tag("tnum"), 0)  # said aloud, else the window's own font lends its
    return made


@lru_cache(maxsize=8)
def faces(face: Face) -> list[str]:
    """The families that a painter sets text in, the first that has a letter."""
    return families(face, QFontDatabase.families())


@lru_cache(maxsize=8)
def asked_for(face: Face) -> str:
    """The families that an SVG names."""
    return named(face, QFontDatabase.families())


@lru_cache(maxsize=8)
def _option(_thread: int) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def baseline(kind: Type) -> float:
    """How far the baseline stands under the top of a line of this type."""
    return _baseline(kind, present())


@lru_cache(maxsize=64)
def _baseline(kind: Type, _face: Face) -> float:
    metrics = QFontMetricsF(font(kind))
    return (kind.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def text_width(text: str, kind: Type) -> float:
    """How wide a text is on one line."""
    return _text_width(text, kind, present())


@lru_cache(maxsize=4096)
def _text_width(text: str, kind: Type, _face: Face) -> float:
    return QFontMetricsF(font(kind)).horizontalAdvance(text)


def fitted(text: str, kind: Type, room: float) -> str:
    """A text for one line of this room: whole, or its beginning with "…"; empty without room."""
    if text_width(text, kind) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle].rstrip() + ELLIPSIS, kind) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS if low else ""


class QtMeasure:
    """Breaks runs with QTextLayout, which keeps 、 and 。 from the start of a line; remembers."""

    def lines(self, runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
        """The lines of the runs set one after another; see `TextMeasure`."""
        return broken(runs, width)


def broken(runs: tuple[Run, ...], width: float) -> tuple[Line, ...]:
    """Runs broken into lines; the same question is answered from memory."""
    return _broken(runs, width, present())


@lru_cache(maxsize=20_000)
def _broken(runs: tuple[Run, ...], width: float, _face: Face) -> tuple[Line, ...]:
    runs = tuple(run._replace(text=run.text.replace("\n", LINE_BREAK)) for run in runs if run.text)
    if not runs:
        return ()
    setting = _Setting(runs)
    return tuple(setting.line(line) for line in setting.balanced(width))


class _Setting:
    """Runs in a QTextLayout. Qt counts in UTF-16, so texts are cut there and not in Python."""

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs
        self.words = [run.text.encode("utf-16-le", "surrogatepass") for run in runs]
        self.layout = QTextLayout("".join(run.text for run in runs), font(runs[0].type))
        if len(runs) > 1:
            self.layout.setFormats(self._formats())
        self.layout.setTextOption(_option(get_ident()))
        self.end = self._end()

    def _end(self) -> int:
        """Where the words end that stand before boxed codes."""
        if len(self.runs) == 1:
            return len(self.words[0]) // 2
        said = "".join(run.text for run in takewhile(lambda run: not run.tag, self.runs))
        return len(said.rstrip().encode("utf-16-le", "surrogatepass")) // 2

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, start = [], 0
        for run, words in zip(self.runs, self.words, strict=True):
            made = QTextLayout.FormatRange()
            made.start, made.length = start, len(words) // 2
            style = QTextCharFormat()
            style.setFont(font(run.type))
            made.format = style
            ranges.append(made)
            start += made.length
        return ranges

    def broken(self, width: float) -> list[QTextLine]:
        """The lines of a setting this wide."""
        self.layout.beginLayout()
        lines = []
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(line)
        self.layout.endLayout()
        return lines

    def balanced(self, width: float) -> list[QTextLine]:
        """The lines, of which the last has no letter of Japanese alone if that can be helped.

        The others are then made a little shorter, never more; long texts are left as they are.
        """
        lines = self.broken(width)
        if not self._ends_alone(lines):
            return lines
        count, letter = len(lines), self.runs[0].type.size
        for less in range(1, MOST_SHORTER + 1):
            narrow = width - less * letter
            if narrow < 3 * letter or len(lines := self.broken(narrow)) > count:
                break
            if not self._ends_alone(lines):
                return lines
        return self.broken(width)

    def _ends_alone(self, lines: list[QTextLine]) -> bool:
        """Whether the last letter stands alone on its line, but for 。 or 」 and boxed codes."""
        if not 1 < len(lines) <= SHORT:
            return False
        start = next((s for n in reversed(lines) if (s := n.textStart()) < self.end), 0)
        if start == 0 or self.end - start > LEAST_LETTERS + 2:
            return False
        text = self.layout.text()
        if LINE_BREAK in text or not any(letter >= FIRST_KANA for letter in text):
            return False
        words = text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * self.end]
        rest = words.decode("utf-16-le", "surrogatepass")
        return sum(letter.isalnum() for letter in rest) < LEAST_LETTERS

    def line(self, line: QTextLine) -> Line:
        """One line as pieces of the runs that stand on it."""
        return self._whole(line) if len(self.runs) == 1 else self._pieces(line)

    def _whole(self, line: QTextLine) -> Line:
        """A line of the only run, which needs no measuring of pieces."""
        first = line.textStart()
        last = first + line.textLength()
        run, words = self.runs[0], self.words[0]
        text = _shown(words[2 * first : 2 * last].decode("utf-16-le", "surrogatepass"))
        width = line.naturalTextWidth()
        x = 0.0 if text.isascii() else line.naturalTextRect().x()
        pieces = (Piece(x, width, Run(text, *run[1:])),) if text else ()
        return Line(width, run.type.line, pieces)

    def _pieces(self, line: QTextLine) -> Line:
        first, last = line.textStart(), line.textStart() + line.textLength()
        pieces, start = [], 0
        for run, words in zip(self.runs, self.words, strict=True):
            end = start + len(words) // 2
            a, b = max(first, start), min(last, end)
            if a < b:
                text = words[2 * (a - start) : 2 * (b - start)].decode("utf-16-le", "surrogatepass")
                pieces.append(_piece(line, a, b, run._replace(text=_shown(text))))
            start = end
        height = max((piece.run.type.line for piece in pieces), default=self.runs[0].type.line)
        return Line(line.naturalTextWidth(), height, tuple(p for p in pieces if p.run.text))


def _piece(line: QTextLine, start: int, end: int, run: Run) -> Piece:
    a, b = _x(line, start), _x(line, end)
    return Piece(min(a, b), abs(b - a), run)


def _shown(text: str) -> str:
    """What is painted: what held a code or a word together is gone again."""
    return text.rstrip(f" {LINE_BREAK}").replace(UNBROKEN_HYPHEN, "-").replace(JOINER, "")


def _x(line: QTextLine, place: int) -> float:
    """The bindings give the place back beside its x."""
    found: Any = line.cursorToX(place)
    return float(found[0] if isinstance(found, tuple) else found)
