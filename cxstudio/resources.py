"""Where the files lie that the program brings along: icons, fonts, themes, translations."""

from pathlib import Path

_INSTALLED = Path(__file__).with_name("_resources")
_ROOT = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parent.with_name("resources")


def path(*parts: str) -> Path:
    """The path of a resource, for example ``path("icons", "plus.svg")``."""
    return _ROOT.joinpath(*parts)
