"""Qt without a window: what painting needs when the command line or a test draws."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtGui import QFontDatabase, QGuiApplication

from cxstudio import resources

LATIN, JAPANESE = "Inter", "CX Noto Sans JP"  # as packaging/fonts.py names them

_application: list[QGuiApplication] = []


def ensure_gui() -> None:
    """Make sure that fonts and pictures can be painted; does nothing when a window is there.

    Without a display Qt paints off screen. Raises FileNotFoundError when the fonts that the
    program brings along are missing.
    """
    if QGuiApplication.instance() is None:
        if _has_no_display():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application.append(QGuiApplication(["cxstudio"]))
    register_fonts()


@cache
def register_fonts() -> tuple[str, ...]:
    """Make the program's own fonts known to Qt, once; gives the families that were added.

    Always in the same order: of two weights as near to what is asked, Qt takes the first.
    Raises FileNotFoundError without the fonts, and RuntimeError when one is damaged.
    """
    files = sorted(resources.path("fonts").glob("*.otf"))
    if not files:
        raise FileNotFoundError(f"The fonts are missing from {resources.path('fonts')}.")
    known = set(QFontDatabase.families())
    if JAPANESE in known:
        return ()
    ids = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    if min(ids) < 0:
        name = files[ids.index(-1)].name
        raise RuntimeError(f"The font file {name} that belongs to CX Studio cannot be read.")
    return tuple(name for n in ids for name in QFontDatabase.applicationFontFamilies(n))


def _has_no_display() -> bool:
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not display
