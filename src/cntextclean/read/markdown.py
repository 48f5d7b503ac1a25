"""
What of a text is Markdown, and where the front matter of our own writer ends.

    >>> is_markdown("# 标题\\n", "a.md"), is_markdown("# 标题\\n", "a.txt")
    (True, False)
    >>> front_matter_end("---\\nschema: cntextclean.markdown/1\\n---\\n\\n正文")
    39
"""

from __future__ import annotations

import re

MARK = "schema: cntextclean.markdown/1"
FRONT_MATTER = re.compile(r"---\n(?:(?!---\n)[^\n]{0,4000}\n){1,200}?---(?:\n|\Z)")


def is_markdown(text: str, name: str = "") -> bool:
    """Whether marks are mark-up: the name says so, or the front matter of our own writer."""
    return name.lower().endswith((".md", ".markdown")) or (text.startswith("---\n") and MARK in text[:4000])


def front_matter_end(text: str) -> int:
    """Offset of the first character after the front matter; 0 where there is none of ours."""
    found = FRONT_MATTER.match(text)
    return found.end() if found and MARK in found.group() else 0
