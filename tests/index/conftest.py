"""A small archive, and text to make others of."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cntextclean.index.archive import Index

ONE = (
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发全球热议。"
)
TWO = (
    "制造业是长三角的金字招牌，先进制造业集群占全国近三分之一。锚定共育世界级集群的更高目标，"
    "先进制造业集群联盟正式揭牌，优势互补、各展所长，合力打造具有全球影响力的产业基地，成为更深层次协同的鲜明标识。"
)
THREE = (
    "既要硬核牵手，也要温情并肩。高质量发展的温度，最终要由群众感知。当天在主会场参会的嘉宾都收到一本小册子，"
    "介绍一体化发展实事项目进展情况，居民服务事项实现一卡通用，还将针对银发群体构建智慧助老服务体系。"
)
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
