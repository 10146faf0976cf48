"""What opens beside pages and dialogs, in both languages: the workshop's windows, the dialogs that
need something first, and the popovers of the map. All of it whole, named and translated."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from dialogs import with_dialog
from PySide6.QtWidgets import QApplication, QWidget
from test_every_page import check, show

from cxstudio.exchange.journey_content import JourneyContent
from cxstudio.model import Journey
from cxstudio.ui import theme
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.printing.read_back_dialog import ReadBackDialog
from cxstudio.ui.printing.source import MapSource
from cxstudio.ui.shell.window import MainWindow
from cxstudio.ui.workshop.console import Console
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session, begin

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.usefixtures("errors_raised"),
    pytest.mark.parametrize("language", ["ja", "en"], scope="module"),  # a window for each
    pytest.mark.xdist_group("every room"),
]
LAPTOP = (1366, 728)  # a small one, with its task bar


@contextmanager
def nothing_kept(window: MainWindow) -> Iterator[None]:
    """Whatever is written meanwhile is taken back."""
    steps = len(window.workspace.file.undo_steps)
    yield
    while len(window.workspace.file.undo_steps) > steps:
        window.workspace.undo()


def session_of(window: MainWindow) -> Session:
    return Session(window.workspace, begin(window.workspace, first_journey(window), 8, 3, 10))


def first_journey(window: MainWindow) -> int:
    return window.workspace.file.all(Journey)[0].id


@pytest.mark.parametrize("name", ["light", "dark", "projector"])
def test_the_console_is_whole_on_a_small_laptop(window_in, language: str, name: str) -> None:
    window = window_in(language)
    theme.use(name)
    with nothing_kept(window):
        session = session_of(window)
        countdown = Countdown(10)
        projector = Projector(session, countdown, own_controls=False)
        console = Console(session, countdown, projector)
        console.setParent(window)
        console.resize(*LAPTOP)
        console.show()
        session.start_voting()
        for note in ("だれが払うか", "Who pays?"):
            session.set_parking(True)
            session.capture(note)
        QApplication.processEvents()
        assert console.minimumSizeHint().height() <= LAPTOP[1]
        check_beside(console, window)
        console.hide()
        close(session, projector, console)
    theme.use("light")


def test_the_projector_is_whole_in_every_state(window_in, language: str) -> None:
    window = window_in(language)
    with nothing_kept(window):
        session = session_of(window)
        projector = Projector(session, Countdown(10), own_controls=True)
        projector.setParent(window)
        projector.resize(1280, 720)
        projector.show()
        for act in states(projector):
            act()
            QApplication.processEvents()
            assert not projector.grab().isNull()
            check_beside(projector, window)
        close(session, projector)


def states(projector: Projector) -> list[Callable[[], object]]:
    session = projector.session
    return [
        projector.walk.next_stage,
        projector.park,
        projector.toggle_bar,
        projector.toggle_bar,
        session.start_voting,
        lambda: session.vote(session.card.id, 3),
        session.reveal,
        session.hide_ranking,
        projector.end,
        projector.report_done,
    ]


def check_beside(root: QWidget, window: MainWindow) -> None:
    """What is looked for in a dialog, in a window that is no child of the main one."""
    assert root.parent() is window
    check(root)


def close(session: Session, *windows: QWidget) -> None:
    session.close()
    for one in windows:
        one.hide()
        one.deleteLater()


def test_a_workshop_left_open_is_offered(window_in, language: str) -> None:
    window = window_in(language)
    with nothing_kept(window):
        begin(window.workspace, first_journey(window), 8, 3, 10)
        with_dialog(window, MainWindow.start_workshop, check)


def test_a_table_read_back_is_shown_before_it_is_taken(window_in, language: str) -> None:
    def read_back(window: MainWindow) -> None:
        data = MapSource(window.workspace, first_journey(window)).data(language, False)
        shown = content_of(data)
        fewer = JourneyContent(**{**vars_of(shown), "cards": shown.cards[3:]})
        ReadBackDialog(shown, "J-01", fewer, window).exec()

    with_dialog(window_in(language), read_back, check)


def vars_of(content: JourneyContent) -> dict[str, object]:
    return {name: getattr(content, name) for name in content.__dataclass_fields__}


POPOVERS: dict[str, Callable[[JourneysPage], object]] = {
    "filter": lambda page: page.filtering.open_under(page.head.filter),
    "lanes": lambda page: page.lanes_popup.show_under(page.head.lanes, page.journey_id),
    "name of a view": lambda page: page.views._ask(page.head.views),
    "name of a template": lambda page: page.choosing.save_template(),
    "tags": lambda page: page.menus.cards.write_tags([int(next(iter(page.canvas.map.cards)))]),
}


@pytest.mark.parametrize("name", POPOVERS)
def test_a_popover_of_the_map_is_whole(window_in, language: str, name: str) -> None:
    window = window_in(language)
    show(window, "journeys")
    POPOVERS[name](window.view.page)
    QApplication.processEvents()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert not popup.grab().isNull()
    check_in(popup, window)
    popup.close()


def check_in(popup: QWidget, window: MainWindow) -> None:
    """A popover belongs to the page; the words of the file are found through the window."""
    page = popup.parent()
    popup.setParent(window, popup.windowFlags())
    popup.show()
    try:
        check(popup)
    finally:
        popup.setParent(page, popup.windowFlags())
