"""The commands that walk the board: stages, steps, lanes, cards, and what the light falls on."""

from __future__ import annotations

from dataclasses import replace

from cxstudio.ui.workshop import place as at
from cxstudio.ui.workshop.layout import Scene
from cxstudio.ui.workshop.place import Place
from cxstudio.ui.workshop.session import Session


class Walk:
    """Walks a session; `scene` is what is on the screen, for lanes longer than it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.scene = Scene(0.0, ())

    def go(self, place: Place) -> None:
        """Look there; a ranking that lies over the map goes."""
        self._session.hide_ranking()
        self._session.go(place)

    def next_stage(self) -> None:
        self.go(at.to_stage(self._session.board, self._session.place, 1))

    def previous_stage(self) -> None:
        self.go(at.to_stage(self._session.board, self._session.place, -1))

    def next_lane(self) -> None:
        self.go(at.to_lane(self._session.board, self._session.place, 1, around=True))

    def previous_lane(self) -> None:
        self.go(at.to_lane(self._session.board, self._session.place, -1, around=True))

    def left(self) -> None:
        self.go(at.to_step(self._session.board, self._session.place, -1))

    def right(self) -> None:
        self.go(at.to_step(self._session.board, self._session.place, 1))

    def up(self) -> None:
        self.by_lane(-1)

    def down(self) -> None:
        self.by_lane(1)

    def by_lane(self, by: int) -> None:
        """From lane to lane, and through a lane that is longer than the screen; while dots are
        given from card to card."""
        board, place = self._session.board, self._session.place
        if self._session.voting == "open":
            self.go(at.to_card(board, place, by))
            return
        band = self.scene.band(place.lane)
        if band is not None and by > 0 and band.cut:
            self.go(replace(place, row=band.last))
        elif band is not None and by < 0 and band.first > 0:
            self.go(replace(place, row=band.first - 1))
        else:
            self.go(at.to_lane(board, place, by))

    def change_light(self) -> None:
        """Light on the stage, then on the step, then on the lane."""
        place = self._session.place
        number = (at.SPOTLIGHTS.index(place.spotlight) + 1) % len(at.SPOTLIGHTS)
        self.go(replace(place, spotlight=at.SPOTLIGHTS[number]))
