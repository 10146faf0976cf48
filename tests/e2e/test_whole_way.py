"""A new user's whole way on a real screen, with real keys and a real mouse: from an empty library
to the report in two languages, through undo, redo and a kill of the program."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hand import Program, x_screen

pytestmark = [pytest.mark.x_screen, pytest.mark.timeout(180)]
FILE = "window.workspace.file"
SAID = "I never know whether the boat still runs"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts the program on a screen of its own; whatever still runs is ended."""
    with x_screen() as display, ExitStack() as running:

        def started(path: Path | None = None) -> Program:
            program = Program(display, tmp_path, path)
            running.callback(program.kill)
            return program

        yield started


def test_an_engagement_from_the_first_note_to_the_report(
    start: Callable[..., Program], tmp_path: Path
) -> None:
    program = start()
    make_engagement(program)
    add_people(program)
    hold_interview(program)
    enter_kpi(program)
    write_persona(program)
    draw_journey(program)
    link_to_excerpt(program)
    make_gap_and_initiative(program)
    set_up_report(program)
    whole = program.look("content(window)")
    undo_and_redo_everything(program, whole)
    path = Path(program.look(f"{FILE}.path"))
    program.kill()

    again = start(path)
    again.wait("window.view is not None")
    assert again.look("content(window)") == whole, "something was lost with the program"
    for language, heading, name in (("日本語", "改善計画", "ja"), ("EN", "Improvement plan", "en")):
        text = exported(again, language, tmp_path / f"{name}.docx")
        assert "E-001" in text, "the excerpt is not in the report"
        assert SAID in text
        assert heading in text


def make_engagement(program: Program) -> None:
    program.key("ctrl+shift+n")
    program.take_keyboard("modal")
    program.write("Harbour Ferries")
    program.key("Tab")
    program.write("Island commuters")
    program.key("Return")
    program.wait("window.view is not None")
    program.take_keyboard("window")


def new_record(program: Program, page: str, key: str, kind: str) -> None:
    """A new record with the keyboard in its first field."""
    program.go(page, key)
    program.key("ctrl+n")
    program.wait(f"{FILE}.count({kind}) == 1")


def add_people(program: Program) -> None:
    new_record(program, "Organisation", "organisation", "Department")
    program.write("Ticket office")
    new_record(program, "Stakeholders", "stakeholders", "Stakeholder")
    program.write("Head of the ticket office")
    program.go("Overview", "overview")  # leaving writes what was typed
    assert program.look(f"{FILE}.all(Department)[0].name") == "Ticket office"
    assert program.look(f"{FILE}.all(Stakeholder)[0].role") == "Head of the ticket office"


def hold_interview(program: Program) -> None:
    new_record(program, "Interviews", "interviews", "Interview")
    program.write("Commuter from the north island")
    program.click("button('Notes')")
    program.click("window.view.page.notes")
    program.write(SAID)
    program.key("shift+Home", "ctrl+e")
    program.wait(f"{FILE}.count(Evidence) == 1")
    program.key("1")  # a bad experience
    program.wait(f"{FILE}.all(Evidence)[0].sentiment == -1")
    assert program.look(f"{FILE}.all(Evidence)[0].text") == SAID
    assert program.look(f"{FILE}.all(Evidence)[0].code") == "E-001"


def enter_kpi(program: Program) -> None:
    new_record(program, "KPIs", "kpis", "Kpi")
    program.write("Punctual departures")
    program.go("Overview", "overview")
    assert program.look(f"{FILE}.all(Kpi)[0].name") == "Punctual departures"


def write_persona(program: Program) -> None:
    new_record(program, "Personas", "personas", "Persona")
    program.write("Mari, commuter")
    program.go("Overview", "overview")
    assert program.look(f"{FILE}.all(Persona)[0].name") == "Mari, commuter"


def draw_journey(program: Program) -> None:
    """A journey, a pain point in its second step, dragged to the third."""
    new_record(program, "Journey maps", "journeys", "Journey")
    program.write("Morning crossing")
    program.key("Return")
    program.wait(f"{FILE}.all(Journey)[0].title == 'Morning crossing'")
    program.click("cell_of(window, 'pain_points', 2)")
    program.write("No word when the boat is cancelled")
    program.key("Return")
    program.wait(f"{FILE}.count(Card) == 1")
    before = program.look(f"{FILE}.all(Card)[0].step_id")
    program.drag("card()", "cell_of(window, 'pain_points', 3)")
    program.wait(f"{FILE}.all(Card)[0].step_id != {before}")


def link_to_excerpt(program: Program) -> None:
    program.click("card()")
    program.key("ctrl+l")
    program.take_keyboard("[p for p in window.findChildren(Palette) if p.isVisible()][0]")
    program.write("E-001")
    program.key("Return")
    program.wait(f"{FILE}.count(Link) == 1")
    program.take_keyboard("window")


def make_gap_and_initiative(program: Program) -> None:
    program.click("card()", button=3)
    program.click("item('Make a gap')")
    program.wait("window.view.page_key == 'gaps'")
    assert program.look(f"{FILE}.all(Gap)[0].code") == "G-01"
    program.click("row(window.view.page.register)")
    program.click("button('Chain')")
    program.click("window.view.page.form.make")
    program.wait("window.view.page_key == 'plan'")
    assert program.look(f"{FILE}.all(Initiative)[0].code") == "I-01"
    assert program.look(f"{FILE}.count(Link)") == 3


def set_up_report(program: Program) -> None:
    program.go("Report", "report")
    program.click("button('Set up the report')")
    program.wait(f"{FILE}.count(ReportSection) > 5")


def undo_and_redo_everything(program: Program, whole: object) -> None:
    steps = program.look(f"len({FILE}.undo_steps)")
    assert steps > 12
    for left in range(steps - 1, -1, -1):
        program.key("ctrl+z")
        program.wait(f"len({FILE}.undo_steps) == {left}")
    kinds = (
        "Department, Stakeholder, Interview, Evidence, Kpi, Persona, Card, Gap, Initiative, Link"
    )
    assert program.look(f"[{FILE}.count(kind) for kind in ({kinds})]") == [0] * 10
    for left in range(steps - 1, -1, -1):
        program.key("ctrl+shift+z")
        program.wait(f"len({FILE}.redo_steps) == {left}")
    assert program.look("content(window)") == whole


def exported(program: Program, language: str, path: Path) -> str:
    """The text of the report, saved in a language by way of the dialog."""
    program.go("Report", "report")
    program.click(f"button_in(window.view.page.language, {language!r})")
    program.key("ctrl+shift+e")
    program.take_keyboard("modal")
    program.write(str(path))
    program.key("Return")
    program.wait(f"Path({str(path)!r}).exists() and not window.workspace.tasks.busy")
    program.take_keyboard("window")
    with zipfile.ZipFile(path) as parts:
        return parts.read("word/document.xml").decode()
