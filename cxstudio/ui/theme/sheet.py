"""The style sheet: resources/themes/*.qss with colours, sizes and images filled in."""

import re
from functools import cache
from string import Template

from cxstudio import resources
from cxstudio.drawing import tokens
from cxstudio.drawing.tokens import Theme
from cxstudio.ui.theme import state

_FILES = ("controls", "views", "fields", "windows")
_PIXELS = re.compile(r"(?<![\w.])(\d+)px")


@cache
def _template() -> Template:
    parts = (resources.path("themes", f"{name}.qss") for name in _FILES)
    return Template("\n".join(part.read_text(encoding="utf-8") for part in parts))


def _scaled(match: re.Match[str]) -> str:
    pixels = int(match[1])
    return f"{pixels if pixels <= 2 else state.px(pixels)}px"


def sheet() -> str:
    """The style sheet for the theme, language and zoom in use."""
    theme: Theme = state.current()
    values = {
        **tokens.colours(theme),
        "faded": _faded(theme),
        "toast_link": tokens.colour("accent", "dark" if theme == "light" else "light"),
        "small": "12px",
        "images": resources.path("themes", theme).as_posix(),
    }
    return _PIXELS.sub(_scaled, _template().substitute(values))


def _faded(theme: Theme) -> str:
    """Text of a control that cannot be used: text 3 half way into the surface."""
    pairs = zip(
        bytes.fromhex(tokens.colour("text_3", theme)[1:]),
        bytes.fromhex(tokens.colour("surface", theme)[1:]),
        strict=True,
    )
    return "#" + "".join(f"{round(ink * 0.6 + ground * 0.4):02X}" for ink, ground in pairs)
