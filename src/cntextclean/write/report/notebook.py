"""
A document as notebooks show it: its page of the report in a frame of its own.

The frame is sandboxed and its page runs no script, so a hostile text cannot reach the notebook, and the notebook's
style sheets cannot reach the page.
"""

from __future__ import annotations

from markupsafe import Markup

from cntextclean.model import Document
from cntextclean.write.report.links import ManyPages
from cntextclean.write.report.marks import plain
from cntextclean.write.report.pages import render_page
from cntextclean.write.report.rulebook import Rulebook
from cntextclean.write.report.views import view_of

FRAME = Markup(
    '<iframe sandbox title="{title}" srcdoc="{page}" '
    'style="width:100%;height:36rem;border:1px solid #8886;border-radius:6px"></iframe>'
)


def render_frame(document: Document) -> str:
    """The frame, as HTML."""
    rulebook = Rulebook([document])
    page = render_page(view_of(document, rulebook, ManyPages(), None), rulebook)
    return str(FRAME.format(title=plain(document.title or document.id), page=page.decode("utf-8")))
