"""The map that is to go out, in the language and for the reader it is meant for."""

from __future__ import annotations

from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.read import map_data
from cxstudio.drawing.journey.sheet import Sheet, lay_sheet
from cxstudio.model import Journey
from cxstudio.ui.workspace import Workspace


class MapSource:
    """One journey of the open engagement, read once for each language and reader."""

    def __init__(self, workspace: Workspace, journey_id: int) -> None:
        self._workspace, self._journey_id = workspace, journey_id
        self._maps: dict[tuple[str, bool], MapData] = {}
        self._sheets: dict[tuple[str, bool], Sheet] = {}

    @property
    def language(self) -> str:
        """The language of the report, in which maps go out unless another is chosen."""
        return "ja" if self._workspace.file.engagement.report_language == "ja" else "en"

    @property
    def client(self) -> bool:
        """Whether the report is for the client, who does not see confidential cards."""
        return self._workspace.file.engagement.audience != "internal"

    @property
    def code(self) -> str:
        return self._workspace.file.one(Journey, self._journey_id).code

    def data(self, language: str, client: bool) -> MapData:
        """The map; a client does not see confidential cards."""
        key = (language, client)
        if key not in self._maps:
            self._maps[key] = map_data(
                self._workspace.file.session,
                self._journey_id,
                language=language,
                audience="client" if client else "internal",
                chain=self._workspace.chain,
            )
        return self._maps[key]

    def sheet(self, language: str, client: bool) -> Sheet:
        """The map laid out as a sheet."""
        key = (language, client)
        if key not in self._sheets:
            self._sheets[key] = lay_sheet(self.data(language, client), language)
        return self._sheets[key]

    def confidential(self) -> int:
        """How many cards are confidential."""
        return sum(card.confidential for card in self.data(self.language, False).cards)
