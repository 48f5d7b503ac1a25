"""Data: patterns, pairs, counts and weights, and the register of rules. Their sources: SOURCES.md."""
