"""What of a text is Markdown."""

from __future__ import annotations

MARK = "schema: cntextclean.markdown/1"


def is_markdown(text: str, name: str = "") -> bool:
    """Whether marks are mark-up: the name says so, or the front matter of our own writer."""
    return name.lower().endswith((".md", ".markdown")) or (text.startswith("---\n") and MARK in text[:4000])
