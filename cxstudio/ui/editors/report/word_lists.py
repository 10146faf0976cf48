"""The numbers and dots before paragraphs, counted as Word counts them."""

from __future__ import annotations

from cxstudio.report.docx.firm.reading import WORD, Element, q, value

_KANJI = "〇一二三四五六七八九十"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_SYMBOLS = range(0xF000, 0xF100)
"""Where fonts of symbols keep their signs, which other fonts do not have."""


class Lists:
    """The lists of a document. Lists that the writer has yet to add look as the one with the id
    `usual`, and each begins at 1."""

    def __init__(self, root: Element, usual: int) -> None:
        self._usual = f"{usual}"
        self._levels: dict[str, dict[int, Element]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._of: dict[str, str] = {}
        kinds = {
            one.get(q("abstractNumId"), ""): one for one in root.iterfind("w:abstractNum", WORD)
        }
        for one in root.iterfind("w:num", WORD):
            id_, kind = one.get(q("numId"), ""), value(one.find("w:abstractNumId", WORD)) or ""
            if kind not in kinds:
                continue
            own = one.find("w:lvlOverride/w:startOverride", WORD) is not None
            self._of[id_] = f"{kind}:{id_}" if own else kind
            levels = kinds[kind].iterfind("w:lvl", WORD)
            self._levels[id_] = {int(level.get(q("ilvl"), "0")): level for level in levels}

    def level(self, id_: str, level: int) -> Element | None:
        """How a level of a list looks, or None for no list."""
        return self._of_id(id_).get(level)

    def _of_id(self, id_: str) -> dict[int, Element]:
        return self._levels.get(id_) or self._levels.get(self._usual, {})

    def open_at(self, id_: str, count: int) -> None:
        """The next of the first level is this one."""
        self._counts[self._of.get(id_, id_)] = {0: count - 1}

    def next(self, id_: str, level: int) -> str:
        """What stands before the next paragraph of the level."""
        counts = self._counts.setdefault(self._of.get(id_, id_), {})
        for above in range(level):
            counts.setdefault(above, 1)
        counts[level] = counts.get(level, 0) + 1
        for below in [other for other in counts if other > level]:
            del counts[below]
        shown = value(self._of_id(id_)[level].find("w:lvlText", WORD)) or ""
        for place in range(level + 1):
            form = value(self._of_id(id_)[place].find("w:numFmt", WORD)) or "decimal"
            shown = shown.replace(f"%{place + 1}", _written(counts[place], form))
        return "".join("•" if ord(sign) in _SYMBOLS else sign for sign in shown)


def _written(count: int, form: str) -> str:
    """A number in one of the ways that lists have."""
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        text, left = "", count
        for worth, sign in _ROMAN:
            text, left = text + sign * (left // worth), left % worth
        return text if form == "upperRoman" else text.lower()
    if form.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    if form == "decimalEnclosedCircle" and count <= 20:
        return chr(0x2460 + count - 1)
    if form in ("japaneseCounting", "chineseCounting", "ideographDigital") and count <= 10:
        return _KANJI[count]
    return str(count)
