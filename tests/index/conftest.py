"""A small archive, and text to make others of."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cntextclean.index.archive import Index
from passages import ONE, THREE, TWO

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方"


def _made_up(number: int, paragraphs: int = 3, seed: int = 7) -> list[tuple[str, str]]:
    """Texts of letters drawn at random: alike to nothing."""
    draw = random.Random(seed)

    def sentence() -> str:
        return "".join(draw.choices(LETTERS, k=draw.randint(12, 40))) + "。"

    return [
        (
            f"{at:05}",
            "\n".join("".join(sentence() for _ in range(draw.randint(1, 4))) for _ in range(paragraphs)),
        )
        for at in range(number)
    ]


@pytest.fixture(scope="session")
def made_up():
    """Makes texts of random letters."""
    return _made_up


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """Three texts that share nothing."""
    return {"one": ONE, "two": TWO, "three": THREE}


@pytest.fixture
def archive(tmp_path: Path, texts) -> Index:
    """An index of two documents."""
    return Index.build(tmp_path / "archive", [("a", f"{texts['one']}\n{texts['two']}"), ("b/乙.txt", texts["three"])])


@pytest.fixture(scope="session")
def tree():
    """Reads every file of an index but its lock, with its bytes."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file() and path.name != "lock")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
