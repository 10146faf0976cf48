"""When something goes wrong that nobody foresaw: the program stays alive and says so."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from cxstudio import __version__
from cxstudio.i18n import _
from cxstudio.store.errors import FileProblem
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.dialog import Dialog, tell


class ErrorDialog(Dialog):
    """Says what it means for the data, and offers to copy the details."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(
            parent,
            _("Something went wrong"),
            _(
                "The last step was not carried out. Everything saved before it is safe, "
                "and you can go on working. The details help us to mend it; "
                "they hold no text of your engagement unless it stands in the error itself."
            ),
            560,
        )
        self._details = details(error)
        view = QPlainTextEdit(self._details)
        view.setReadOnly(True)
        view.setAccessibleName(_("Details"))
        view.setFixedHeight(theme.px(180))
        self.body.addWidget(view)
        copy = self.add_button(widgets.outline(_("Copy the details"), "copy"))
        copy.clicked.connect(self._copy)
        self.add_button(widgets.filled(_("Go on")), accepts=True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


def details(error: BaseException) -> str:
    """The program's version and the trace of the error."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    return f"CX Studio {__version__}, Python {sys.version.split()[0]}\n\n{''.join(lines)}"


def show_error(error: BaseException) -> None:
    """Tell the user: a problem with the file in one sentence, anything else with its details."""
    sys.stderr.write(details(error))
    parent = QApplication.activeWindow()
    if isinstance(error, FileProblem):
        tell(parent, _("The file"), str(error))
    else:
        ErrorDialog(parent, error).exec()


def catch_all() -> None:
    """From now on an exception in a slot opens the dialog instead of passing unseen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif QApplication.instance() is not None:
            show_error(error.with_traceback(trace))

    sys.excepthook = hook
