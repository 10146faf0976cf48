"""Languages: a gettext catalogue each, for the interface and, independently, for a report.

`_` and its sisters speak the current interface language at the time of the
call. A report asks `catalogue("ja")` for its own. English is the source text.
"""

from __future__ import annotations

import gettext as _gettext
from functools import cache

from cxstudio import resources

LANGUAGES = {"en": "English", "ja": "日本語"}

_current: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


@cache
def catalogue(language: str) -> _gettext.NullTranslations:
    """The catalogue of a language; English answers with the source texts.

    Raises FileNotFoundError when the language's catalogue was not compiled.
    """
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("cxstudio", resources.path("translations"), [language])


def use(language: str) -> None:
    """Make `language` the language of the interface."""
    global _current, _language
    _current, _language = catalogue(language), language


def language() -> str:
    """The code of the interface's language, "en" or "ja"."""
    return _language


def _(message: str) -> str:
    return _current.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    return _current.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    return _current.pgettext(context, message)


def N_(message: str) -> str:
    return message
