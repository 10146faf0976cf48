"""The paragraph styles as a list: what each is based on, its size, colour, line and space.

Sizes, lines and spaces are in points, English then Japanese where they differ; a line is a
multiple in English and exact in Japanese, and 0 is single in both. Indents are in millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass

Border = tuple[str, float, str, float]
"""Side, width in points, palette colour, distance from the text in points."""


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One paragraph style. What is None is taken from the style it is based on."""

    id: str
    name: str
    based_on: str = "Normal"
    size: tuple[float, float] | None = None
    bold: bool | None = None
    colour: str = ""
    line: tuple[float, float] | None = None
    space: tuple[float, float] | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    borders: tuple[Border, ...] = ()
    no_border: bool = False
    keep_next: bool | None = None
    keep_lines: bool | None = None
    new_page: bool | None = None
    outline: int | None = None
    numbering: int | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    right_tab: bool = False
    align: str = ""
    digits: bool = False
    following: str = ""

    @property
    def running(self) -> bool:
        """Whether it sets text over the whole page, which has a template's full size."""
        return self.id in _RUNNING

    @property
    def own(self) -> bool:
        """Whether it is a style of ours, not one that Word knows."""
        return self.name.startswith("CX ")


_RUNNING = frozenset(
    ("Normal", "BodyText", "Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4",
     "ListBullet", "ListNumber", "TOC1", "TOC2")
)  # fmt: skip
BODY_OUTLINE = 10
_S = StyleSpec
_RULE: Border = ("top", 0.75, "rule", 5)

STYLES: tuple[StyleSpec, ...] = (
    _S("Normal", "Normal", "", (10, 10), False, "ink", (1.2, 17), (0, 6)),
    _S("BodyText", "Body Text", right=24),
    _S("Title", "Title", "Normal", (35, 33), True, "ink", (1.0, 44), (0, 12), following="Subtitle"),
    _S("Subtitle", "Subtitle", "Normal", (12, 10.5), None, "ink2", (1.25, 19), (8, 0), right=24),
    _S("Heading1", "heading 1", "Normal", (10.5, 10.5), True, "petrol", (1.1, 15), (0, 6),
       left=8, hanging=8, borders=(("top", 1.5, "ink", 7),), keep_next=True, keep_lines=True,
       new_page=True, outline=1, numbering=1, following="Heading2"),
    _S("Heading2", "heading 2", "Normal", (20, 18.5), True, "ink", (1.0, 26), (0, 12), right=6,
       keep_next=True, keep_lines=True, outline=2, following="CXLead"),
    _S("Heading3", "heading 3", "Normal", (12, 11.5), True, "ink", (1.1, 18), (14, 5),
       borders=(_RULE,), keep_next=True, keep_lines=True, outline=3, following="BodyText"),
    _S("Heading4", "heading 4", "Normal", (9.5, 9.5), True, "petrol", (1.15, 15), (0, 3),
       keep_next=True, keep_lines=True, outline=4, following="BodyText"),
    _S("CXColumnHeading", "CX Column Heading", "Heading3", (12, 11.5), line=(1.1, 18),
       space=(14, 5), left=0, hanging=0, numbering=0),
    _S("CXCellHeading", "CX Cell Heading", "Heading4", (9.5, 9.5), True, line=(1.15, 15),
       space=(0, 3), left=0, hanging=0, numbering=0),
    _S("CXBlockHeading", "CX Block Heading", "Heading4", (9.5, 9.5), True, line=(1.15, 15),
       space=(12, 3), left=0, hanging=0, numbering=0, borders=(_RULE,)),
    _S("CXRunningLabel", "CX Running Label", "Heading1", outline=BODY_OUTLINE, numbering=0,
       left=8, hanging=8),
    _S("CXPageMessage", "CX Page Message", "Heading2", outline=3),
    _S("CXMessageWide", "CX Message Wide", "Heading2", (16, 15.5), None, "", (1.0, 22), (0, 8)),
    _S("CXFrontHeading", "CX Front Heading", "Heading1", (15, 15), None, "ink", (1.0, 21), (0, 7),
       left=0, hanging=0, outline=BODY_OUTLINE, numbering=0, following="BodyText"),
    _S("TOCHeading", "TOC Heading", "CXFrontHeading", space=(20, 7), no_border=True,
       new_page=False),
    _S("CXLead", "CX Lead", "BodyText", (11.5, 11), None, "ink2", (1.2, 19), (0, 14),
       keep_next=True, following="BodyText"),
    _S("CXMeaning", "CX Meaning", "BodyText", (9.2, 9.2), None, "", (1.2, 16), (12, 8),
       left=31, right=0, hanging=31, borders=(("top", 1, "petrol", 6),), keep_lines=True),
    _S("ListBullet", "List Bullet", "Normal", (9.3, 9.3), None, "", (1.2, 16), (0, 4),
       left=4.2, hanging=4.2, numbering=3),
    _S("ListNumber", "List Number", "Normal", (9.3, 9.3), None, "", (1.2, 16), (0, 4),
       left=4.8, hanging=4.8, numbering=4),
    _S("Quote", "Quote", "Normal", (11, 11), None, "ink", (1.25, 19), (7, 8), left=4.8, right=6,
       borders=(("left", 2.25, "petrol", 11.3),), keep_lines=True),
    _S("CXAttribution", "CX Attribution", "Normal", (8, 8), None, "ink3", (1.15, 12), (0, 8),
       left=4.8),
    _S("Caption", "caption", "Normal", (9.5, 9.5), True, "ink", (1.1, 14), (12, 1),
       borders=(_RULE,), keep_next=True, keep_lines=True, following="CXSubcaption"),
    _S("CXSubcaption", "CX Subcaption", "Caption", (8, 8), False, "ink2", (1.15, 12), (0, 6),
       no_border=True, keep_next=True),
    _S("CXFigure", "CX Figure", "Normal", None, None, "", (0, 0), (0, 0), keep_next=True),
    _S("CXSource", "CX Source", "Normal", (7.5, 7.5), None, "ink3", (1.2, 11), (4, 12)),
    _S("CXTableText", "CX Table Text", "Normal", (8.5, 8.5), None, "", (1.15, 13), (0, 0)),
    _S("CXTableHead", "CX Table Head", "CXTableText", (7.8, 7.8), True, "ink2", None, None,
       keep_next=True),
    _S("CXTableNumber", "CX Table Number", "CXTableText", align="right"),
    _S("CXTableDense", "CX Table Dense", "CXTableText", (8, 8)),
    _S("CXFigureLabel", "CX Figure Label", "Normal", (8, 8), True, "ink2", (1.1, 12), (0, 2)),
    _S("CXKeyFigure", "CX Key Figure", "Normal", (26, 26), True, "petrol", (0, 0), (0, 2),
       digits=True),
    _S("CXFigureNote", "CX Figure Note", "Normal", (7.5, 7.5), None, "ink3", (1.15, 11), (0, 0)),
    _S("CXFactLabel", "CX Fact Label", "Normal", (7.5, 7.5), None, "ink3", (1.1, 11), (4, 1)),
    _S("CXFactValue", "CX Fact Value", "Normal", (8.6, 8.6), True, "ink", (1.1, 13), (0, 4)),
    _S("CXCellText", "CX Cell Text", "Normal", (9.3, 9.3), None, "", (1.2, 16), (0, 4)),
    _S("CXCellBullet", "CX Cell Bullet", "CXCellText", left=4.2, hanging=4.2, numbering=3),
    _S("CXBox", "CX Box", "BodyText", (8.5, 8.5), None, "", (1.25, 15), (0, 0), right=0),
    _S("CXSeparator", "CX Separator", "Normal", (1, 1), None, "", (0.1, 2), (0, 0)),
    _S("TOC1", "toc 1", "Normal", (9, 9), True, "ink", (1.1, 14), (3, 0), left=9, hanging=9,
       borders=(("top", 0.5, "hairline", 3),), keep_next=True, tabs=(("left", 9),), right_tab=True),
    _S("TOC2", "toc 2", "Normal", (8.2, 8.2), None, "ink2", (1.1, 14), (0, 3), left=9, right=12),
    _S("Header", "header", "Normal", (7.5, 7.5), None, "ink3", (0, 0), (0, 0), right_tab=True),
    _S("Footer", "footer", "Normal", (7.5, 7.5), None, "ink3", (0, 0), (0, 0), right_tab=True,
       borders=(("top", 0.5, "rule", 7),)),
)  # fmt: skip
