"""The table of `make bench` says what was measured, and ends with 1 when a limit is broken."""

import sys
from pathlib import Path

import pytest


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[1] / "packaging")
    import bench

    yield bench
    for name in [name for name in sys.modules if name.split(".")[0] in ("bench", "benchmarks")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("measured", "limit", "share", "kept"),
    [
        ((6.0, 2.0), 3, "3.00", True),
        ((6.2, 2.0), 3, "3.10", False),
        ((99.0, None), 100, "-", True),
        ((101.0, None), 100, "-", False),
    ],
)
def test_a_figure_is_held_against_its_limit(bench, measured, limit, share, kept):
    row = bench.Bench("something", "ms", limit, lambda: measured).row()
    assert row.kept is kept
    assert row.cells[3] == share
    assert row.cells[-1] == ("yes" if kept else "NO")


def test_an_unknown_name_is_wrong_use(bench, capsys):
    assert bench.main(["nothing-of-that-name"]) == 2
    assert "nothing-of-that-name" in capsys.readouterr().err


def test_a_change_and_its_undo_are_measured(bench, monkeypatch, capsys):
    monkeypatch.setattr(bench.changes, "ROUNDS", 3)
    assert bench.main(["field"]) in (0, 1)
    heading, line = capsys.readouterr().out.splitlines()
    assert heading.split() == ["what", "ours", "baseline", "ratio", "limit", "ok"]
    assert line.startswith("one field changed / bare update")
