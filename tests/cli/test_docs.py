"""The console sessions in the documentation print what they show, one after the other, as a reader types them."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))


def sessions(page: Path) -> list[tuple[str, str]]:
    """Each command of a page, and what is shown below it."""
    blocks = re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    shown = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, output) for command, _, output in (part.partition("\n") for part in shown)]


def listed(folders: list[str]) -> str:
    """What ``ls`` prints of several folders."""
    names = ["".join(f"{one}\n" for one in sorted(path.name for path in Path(folder).iterdir())) for folder in folders]
    return "\n".join(f"{folder}:\n{shown}" for folder, shown in zip(folders, names, strict=True))


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder with what the sessions of a checkout read."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "tests/read/layouts", tmp_path / "tests/read/layouts")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archived(checkout, invoke):
    """The five pages cleaned, and three paragraphs of one of them as today's page."""
    assert invoke("clean", "seeds/", "-o", "out/").exit_code == 0
    text = (checkout / "out/markdown/004_8060aeeac87d0dc9.md").read_text("utf-8")
    (checkout / "today").mkdir()
    (checkout / "today/reprint.txt").write_text(text[405:786], encoding="utf-8")
    return checkout


@pytest.mark.parametrize("page", ["outputs.md", "layouts.md", "index.md"])
def test_a_session_prints_what_it_shows(page, request, invoke):
    request.getfixturevalue("archived" if page == "index.md" else "checkout")
    shown = sessions(ROOT / "docs" / page)
    printed = []
    for command, _ in shown:
        program, *arguments = shlex.split(command)
        assert program in {"cntextclean", "ls"}
        printed.append((command, invoke(*arguments).output if program == "cntextclean" else listed(arguments)))
    assert [(command, output.strip()) for command, output in printed] == [
        (command, output.strip()) for command, output in shown
    ]


def test_every_session_is_tried():
    assert [page.name for page in PAGES if sessions(page)] == ["index.md", "layouts.md", "outputs.md"]
