"""With a laptop and a projector, the map goes to the wall and the controls stay on the laptop."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

TWO = {
    "screens": [
        {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900},
        {"name": "wall", "x": 1440, "y": 0, "width": 1920, "height": 1080},
    ]
}
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from cxstudio.store.opening import open_file
from cxstudio.ui import theme
from cxstudio.ui.settings import Settings
from cxstudio.ui.workshop.session import begin
from cxstudio.ui.workshop.show import Show
from cxstudio.ui.workspace import Workspace
from PySide6.QtWidgets import QWidget
theme.start(app)
workspace = Workspace(open_file(Path(sys.argv[1])), Settings(Path(sys.argv[1] + ".ini")))
window = QWidget()
window.setGeometry(100, 100, 800, 600)
window.show()
show = Show(window, workspace, begin(workspace, int(sys.argv[2]), 8, 3, 10))
app.processEvents()
def told():
    print(show.projector.screen().name(), show.console.screen().name(), flush=True)
told()
print(show.projector.own_controls)
show.swap()
app.processEvents()
told()
show.close()
print(show.console.isVisible(), show.over)
"""


def test_the_map_on_the_wall_and_the_console_on_the_laptop(workspace, made, tmp_path):
    config, path = tmp_path / "screens.json", tmp_path / "two.cxs"
    config.write_text(json.dumps(TWO), "utf-8")
    shutil.copy(workspace.file.path, path)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path), str(made.journey)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines == ["wall laptop", "False", "laptop wall", "False True"]
