"""The repairs: one stage a file, each a pure function that proposes changes over passages."""
