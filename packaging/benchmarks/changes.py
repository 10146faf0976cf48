"""One field changed and committed, and its undo, against a bare update of the same durability."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from cxstudio.model import Department
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile

ROUNDS = 200
# Beside the checkout's files: a temporary folder may be memory, where a commit costs nothing.
BUILD = Path(__file__).resolve().parents[2] / "build"


@contextmanager
def two_files() -> Iterator[tuple[EngagementFile, Any]]:
    """Our file, and the driver's connection to another with the same records and settings."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cxstudio-bench-", dir=BUILD) as folder:
        for name in ("ours", "bare"):
            with EngagementFile.create(Path(folder, f"{name}.cxs"), client="Client") as file:
                fill(file)
        ours = EngagementFile(
            path := Path(folder, "ours.cxs"), connect(path, None), read_only=False
        )
        bare = connect(Path(folder, "bare.cxs"), None)
        bare.isolation_level = None
        try:
            yield ours, bare
        finally:
            bare.close()
            ours.close()


def fill(file: EngagementFile) -> None:
    """Fifty departments, as a large client has them."""
    with file.change("Departments") as change:
        for number in range(50):
            change.add(Department(name=f"Department {number}", position=number))


def bare_update(connection: Any, name: str) -> None:
    """What an update costs when nothing else is wanted."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE department SET name = ? WHERE id = ?", (name, 7))
    connection.execute("COMMIT")


def change_name(file: EngagementFile, name: str) -> None:
    """What a form does when a field is left."""
    with file.change("Rename department") as change:
        change.get(Department, 7).name = name


def against_bare(ours: Callable[[EngagementFile], float]) -> Measured:
    """Ours and the bare update by turns, on a disk with the same load."""
    names = (f"Name {number}" for number in count())
    with two_files() as (file, bare):
        return by_turns(
            lambda: ours(file),
            lambda: milliseconds(lambda: bare_update(bare, next(names))),
            ROUNDS,
            warm_up=20,
        )


def change() -> Measured:
    """One field changed and committed."""
    names = (f"Name {number}" for number in count())
    return against_bare(lambda file: milliseconds(lambda: change_name(file, next(names))))


def undo() -> Measured:
    """That change taken back; making it is not counted."""
    names = (f"Name {number}" for number in count())

    def one_undo(file: EngagementFile) -> float:
        change_name(file, next(names))
        return milliseconds(file.undo)

    return against_bare(one_undo)


BENCHES = [
    Bench("one field changed / bare update", "ms", 3, change),
    Bench("undo of it / bare update", "ms", 3, undo),
]
