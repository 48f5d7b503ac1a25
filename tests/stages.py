"""The inline repairs by their names, which are those of their tables, cases and rules."""

from __future__ import annotations

from cntextclean.proposals import TextStage
from cntextclean.repair import misreadings, punctuation, quotes, remnants, script, spaces

STAGES: dict[str, TextStage] = {
    "remnants": remnants.propose,
    "spaces": spaces.propose,
    "punctuation": punctuation.propose,
    "quotes": quotes.propose,
    "misreadings": misreadings.propose,
    "script": script.propose,
}
