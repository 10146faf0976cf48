"""A workshop on the sample's first map: what the room sees, and what the consultant has."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from cxstudio.model import Journey, Workshop
from cxstudio.store import EngagementFile
from cxstudio.ui.workshop.console import Console
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.projector import Projector
from cxstudio.ui.workshop.session import Session, begin
from scenes.camera import Camera

WALL, LAPTOP = (1920, 1080), (1440, 900)
SMALL_WALL, OLD_WALL = (1280, 720), (1024, 768)
SAID = {
    "en": (
        "The stop has two sides, and no sign says which",
        "Who pays for the Saturday bus?",
        "No seat to wait on",
    ),
    "ja": (
        "乗り場が二か所に分かれている",
        "土曜の増便はだれが負担するか",
        "待つあいだ座る所がない",
    ),
}


class Clock:
    """Seconds that a scene turns on."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Room:
    """A workshop under way, its projector, and the clock on the wall."""

    def __init__(self, camera: Camera) -> None:
        workspace = camera.window.workspace
        assert workspace is not None
        self.camera, self.workspace = camera, workspace
        journey = workspace.file.all(Journey)[0].id
        self.session = Session(workspace, begin(workspace, journey, 8, 3, 10))
        self.clock = Clock()
        self.countdown = Countdown(10, self.clock)
        self.projector = Projector(self.session, self.countdown, own_controls=True)
        self.projector.resize(*WALL)
        self.projector.show()
        camera.settle()

    def take(self, name: str) -> None:
        self.camera.take(f"workshop-{name}", self.projector)

    def to_stage(self, number: int) -> None:
        for _stage in range(number):
            self.projector.walk.next_stage()

    def capture(self, line: str) -> None:
        self.session.capture(line)

    def wait(self, seconds: float) -> None:
        self.clock.now += seconds
        self.countdown.tick()


def draw(camera: Camera) -> None:
    """What the room sees does not change with the theme; the laptop's console does."""
    projector = camera.wants_any("workshop-", "projector")
    if not projector and not camera.wants("workshop-console"):
        return
    with room(camera) as there:
        if projector:
            for scene in (walk, vote, time, controls, small, ending):
                scene(there)
        else:
            console(there)


@contextmanager
def room(camera: Camera) -> Iterator[Room]:
    """A workshop that leaves the file as it was."""
    workspace = camera.window.workspace
    assert workspace is not None
    steps = len(workspace.file.undo_steps)
    there = Room(camera)
    yield there
    there.countdown.reset()
    there.projector.close()
    there.session.close()
    there.projector.deleteLater()
    camera.settle()
    while len(workspace.file.undo_steps) > steps:
        workspace.undo()


def walk(room: Room) -> None:
    """From stage to stage, the light on less and less, and a line being written."""
    room.take("stage-1")
    room.to_stage(2)
    room.countdown.toggle()
    room.wait(96)
    room.take("stage-3")
    line = SAID[room.camera.language][0]
    room.projector.capture.setText(line)
    room.take("typing")
    room.projector.capture.clear()
    room.capture(line)
    room.capture(SAID[room.camera.language][2])
    room.take("captured")
    room.projector.walk.change_light()
    room.take("light-step")
    room.projector.walk.change_light()
    room.take("light-lane")
    room.projector.walk.change_light()
    room.projector.park()
    room.take("parking")
    room.capture(SAID[room.camera.language][1])


def vote(room: Room) -> None:
    """Dots given, all of them, revealed and ranked, and back on the map."""
    room.session.start_voting()
    board = room.session.board
    lane = next(lane for lane in board.lanes if lane.kind == "pain_points")
    found = [note for step in board.steps for note in board.cell(step.id, lane.id)]
    notes = [note for note in found if note.text != SAID[room.camera.language][2]]
    for note, votes in zip(notes[2:], (2, 1, 7, 4, 3, 2), strict=False):
        room.session.vote(note.id, votes)
    room.take("voting")
    room.session.vote(notes[-1].id, 9)
    room.session.vote(notes[-1].id, 1)
    room.take("all-given")
    room.session.reveal()
    room.take("ranking")
    room.session.hide_ranking()
    room.take("revealed")
    room.session.end_voting()


def time(room: Room) -> None:
    room.wait(60 * 8)
    room.take("last-minute")
    room.wait(60)
    room.take("time-is-up")
    room.countdown.reset()


def controls(room: Room) -> None:
    room.projector.toggle_bar()
    room.take("controls")
    room.projector.toggle_bar()


def small(room: Room) -> None:
    """An older projector, and a square one."""
    room.projector.resize(*SMALL_WALL)
    room.take("small")
    room.projector.resize(*OLD_WALL)
    room.take("square")
    room.projector.toggle_bar()
    room.take("square-controls")
    room.projector.toggle_bar()
    room.projector.resize(*WALL)


def ending(room: Room) -> None:
    room.projector.ask_to_leave()
    room.take("leaving")
    assert room.projector.question is not None
    room.projector.question.close()
    room.projector.end()
    room.take("ending")
    room.projector.report_done()
    room.take("in-the-report")


def console(room: Room) -> None:
    """The laptop beside the projector."""
    laptop = Console(room.session, room.countdown, room.projector)
    laptop.resize(*LAPTOP)
    laptop.show()
    room.to_stage(2)
    room.countdown.toggle()
    room.wait(96)
    room.session.set_parking(True)
    room.capture(SAID[room.camera.language][1])
    room.session.start_voting()
    room.session.vote(room.session.board.notes()[4].id, 5)
    room.camera.take("workshop-console", laptop)
    laptop.hide()
    laptop.deleteLater()


def start(camera: Camera) -> None:
    camera.window.start_workshop()


def resume(camera: Camera) -> None:
    """F5 after a workshop that was left open."""
    workspace = camera.window.workspace
    assert workspace is not None
    steps = len(workspace.file.undo_steps)
    begin(workspace, workspace.file.all(Journey)[0].id, 8, 3, 10)
    camera.window.start_workshop()
    while len(workspace.file.undo_steps) > steps:
        workspace.undo()
    assert not workspace.file.count(Workshop, Workshop.ended_at.is_(None))


def no_map(camera: Camera) -> None:
    """F5 without a map to work on."""
    from cxstudio.ui.workshop.starting import choose_workshop
    from cxstudio.ui.workspace import Workspace

    path = camera.home / "without-a-map.cxs"
    path.unlink(missing_ok=True)
    with EngagementFile.create(path, client="Illustrative bank") as file:
        empty = Workspace(file, camera.settings)
        choose_workshop(camera.window, empty)
        empty.close()


WORKSHOP_DIALOGS: dict[str, Callable[[Camera], None]] = {
    "workshop-start": start,
    "workshop-resume": resume,
    "workshop-no-map": no_map,
}
