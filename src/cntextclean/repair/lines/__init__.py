"""Soft wraps: from the lines an engine wrote to the passages that were printed."""
