"""The inline repairs one after the other, and the Markdown writer's escapes undone."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.model import Role
from cntextclean.pipeline import REPAIRS, ROUNDS
from cntextclean.proposals import Change, View
from cntextclean.render.markdown import escape
from cntextclean.repair import remnants
from cntextclean.trace import Strand, revise

WORDS = (
    "今天 上午 高层论 坛在 浙江 举行 某某说， ， 。 “ ” ' , . : ; ? ( ) （ ） —— AI 2023 年 1,234 % ，大家 很好。 《 》"
)
PIECES = [*WORDS.split(), '"', " ", " ", "\u7b2c\u4e00\u6761 ", "\uff08\u4e00\uff09 ", "- "]
passages = st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join).map(str.strip).filter(bool)
roles = st.sampled_from(["paragraph", "heading", "byline", "caption", "list_item"])
documents = st.lists(st.builds(View, text=passages, role=roles), min_size=1, max_size=4)


def repair(views: list[View]) -> list[View]:
    """The chain, repeated as the pipeline does: what one stage does may make work for one before it."""
    for _ in range(ROUNDS):
        before, views = views, run_chain(views)
        if views == before:
            break
    return views


def run_chain(views: list[View]) -> list[View]:
    for stage in REPAIRS:
        changes: dict[int, list[Change]] = {}
        for index, proposal in stage(views, Config()):
            if isinstance(proposal, Change):
                changes.setdefault(index, []).append(proposal)
        texts = [revise(Strand.of(view.text), changes.get(index, [])).text.strip() for index, view in enumerate(views)]
        views = [View(text, view.role, view.lang, view.markdown) for text, view in zip(texts, views, strict=True)]
    return views


@settings(deadline=None, max_examples=300)
@given(views=documents)
def test_a_repaired_document_stays(views: list[View]) -> None:
    once = repair(views)
    assert run_chain(once) == once


@settings(deadline=None, max_examples=300)
@given(
    text=st.text("甲乙*_`\\#<>&;~[](^:) -+=|1.a!$", min_size=1, max_size=20).map(str.strip).filter(bool),
    role=st.sampled_from(["paragraph", "heading", "byline", "quote"]),
)
@example(text="$`$`[", role="paragraph")  # a backtick in mathematics opens no code
@example(text=")(](_\\)", role="paragraph")  # an escaped bracket and an escaped backslash are no mathematics
@example(text="_][{.]\\]甲", role="quote")
def test_what_the_writer_escapes_comes_back(text: str, role: Role) -> None:
    written = "## " * (role == "heading") + escape(text, role)
    view = View(written, role, "zh", markdown=True)
    changes = [p for _, p in remnants.propose([view], Config()) if isinstance(p, Change)]
    assert revise(Strand.of(view.text), changes).text == text
