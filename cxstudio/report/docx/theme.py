"""The part ``word/theme/theme1.xml``: six categorical colours and the two typefaces."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.report.blocks import Language
from cxstudio.report.docx import fonts
from cxstudio.report.docx.palette import STANDARD
from cxstudio.report.docx.xml import DECLARATION, NAMESPACES

_COLOURS = {
    "dk1": STANDARD.ink,
    "lt1": "FFFFFF",
    "dk2": STANDARD.petrol_dark,
    "lt2": STANDARD.pale,
    "accent1": STANDARD.petrol,
    "accent2": STANDARD.orange_mid,
    "accent3": "7A8892",
    "accent4": "8FC1C7",
    "accent5": "A678C0",
    "accent6": "E8D38A",
    "hlink": STANDARD.petrol,
    "folHlink": STANDARD.petrol,
}
_IN_DRAWINGS = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def named(colours: Mapping[str, str] = _COLOURS) -> dict[str, str]:
    """By colour the name that a drawing calls it by, so that it changes with the theme."""
    found: dict[str, str] = {}
    for name, colour in colours.items():
        if name.startswith("accent") or name in _IN_DRAWINGS:
            found.setdefault(colour.upper(), _IN_DRAWINGS.get(name, name))
    return found


_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_SOLID}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(language: Language) -> str:
    """The whole part."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    formats = (
        f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{NAMESPACES["a"]}" name="CX Studio"><a:themeElements>'
        f'<a:clrScheme name="CX Studio">{colours}</a:clrScheme>'
        f'<a:fontScheme name="CX Studio">{_faces("major", language)}{_faces("minor", language)}'
        f'</a:fontScheme><a:fmtScheme name="CX Studio">{formats}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )


def _faces(kind: str, language: Language) -> str:
    latin = fonts.theme_latin(language)
    return (
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{fonts.JAPANESE}"/>'
        f'<a:cs typeface=""/><a:font script="Jpan" typeface="{fonts.JAPANESE}"/></a:{kind}Font>'
    )
