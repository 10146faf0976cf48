"""How an engagement is kept: the file, changes and undo, history, search, backup, key."""

from cxstudio.store.changes import Change, ChangeSet, Touched
from cxstudio.store.engagement_file import EngagementFile
from cxstudio.store.errors import FileProblem
from cxstudio.store.opening import open_file
from cxstudio.store.search import Hit

__all__ = ["Change", "ChangeSet", "EngagementFile", "FileProblem", "Hit", "Touched", "open_file"]
