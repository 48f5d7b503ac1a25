"""Roles, levels, articles and facts: what a text says of its own structure, read from passages, never changed."""
