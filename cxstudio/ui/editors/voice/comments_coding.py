"""Comments are given themes and lose them: each press is one change, however many comments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxstudio.formats import number
from cxstudio.i18n import _, ngettext
from cxstudio.store import Change
from cxstudio.ui.editors.voice.comments_book import Book, Place
from cxstudio.ui.evidence.doing import theme_named
from cxstudio.ui.workspace import Workspace


def toggle(workspace: Workspace, book: Book, places: Sequence[Place], theme: int) -> None:
    """Give a comment a theme, or take it away when the comment has it in all its places."""
    missing = book.without(places, theme)
    if missing:
        label = _("Add theme “{name}”").format(name=book.themes[theme])
        with workspace.change(label) as change:
            _tie(change, book, missing, theme)
    else:
        with workspace.change(_("Remove theme")) as change:
            change.delete_rows("comment_theme", book.ties_of(places, theme))


def give(workspace: Workspace, book: Book, places: Iterable[Place], name: str) -> int:
    """Give comments a theme by its name; a name that is new makes a new theme. Gives how many
    comments did not have it."""
    with workspace.change(_("Add theme “{name}”").format(name=name)) as change:
        theme = theme_named(change, workspace.file, name)
        missing = book.without(places, theme)
        _tie(change, book, missing, theme)
    return len(missing)


def take(workspace: Workspace, book: Book, places: Sequence[Place], name: str) -> None:
    """Make a suggestion a theme, and give it to all comments that mention its terms."""
    given = give(workspace, book, places, name)
    said = ngettext(
        "{n} comment has the theme “{name}” now.",
        "{n} comments have the theme “{name}” now.",
        given,
    )
    workspace.say(said.format(n=number(given), name=name), undo=True)


def _tie(change: Change, book: Book, places: Iterable[Place], theme: int) -> None:
    change.add_rows(
        "comment_theme",
        (
            {"wave_id": book.wave, "theme_id": theme, "column": column, "row": row}
            for column, row in places
        ),
    )
