"""Copies: inside a document and across a corpus, at any boundary, verified, explained with both places."""
