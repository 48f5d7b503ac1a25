"""Words after which no text ends: 和, 以及, 由于."""

from __future__ import annotations

import pytest

from cntextclean.config import Config
from cntextclean.language.junctions import leaves_open
from cntextclean.repair.lines.arrange import arrange

COLUMN = "你可以在设置中打开它，\n这样你就能看到整个界\n面都换了颜色，要恢复它\n就按照同样的步骤选择。\n\n"


def passages(text: str) -> list[str]:
    return ["".join(text[slice(*row)] for row in group.rows) for group in arrange(text, Config())]


def test_a_heading_goes_on_behind_such_a_word_though_its_row_has_room() -> None:
    heading = "Chromium和\nChrome的深色模式"
    assert heading.replace("\n", "") in passages(COLUMN + heading + "\n" + COLUMN)
    assert "Chromium" in passages(COLUMN + heading.replace("和", "") + "\n" + COLUMN)


@pytest.mark.parametrize(
    ("text", "found"),
    [("道路以及", True), ("会议在", True), ("他参与", False), ("气氛缓和", False), ("总则", False), ("", False)],
)
def test_words_that_only_end_like_one_do_not_count(text: str, *, found: bool) -> None:
    assert leaves_open(text) is found
