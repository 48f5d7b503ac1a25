"""Standard input as one document."""

from __future__ import annotations

from cntextclean.cli.screen import write_out
from cntextclean.config import Config, OutputFormat
from cntextclean.errors import InputError
from cntextclean.model import Document
from cntextclean.pipeline import clean_decoded
from cntextclean.read.load import load_input
from cntextclean.read.records import Loaded
from cntextclean.read.sources import STANDARD_INPUT, STANDARD_INPUT_ID, Input
from cntextclean.write.renderings import render_as


def clean_stream(config: Config) -> Document:
    """Clean what comes on standard input. Raises :class:`InputError` where that is empty or no text."""
    for loaded in load_input(Input(STANDARD_INPUT_ID, STANDARD_INPUT), config.read):
        if isinstance(loaded, InputError):
            raise loaded
        if isinstance(loaded, Loaded):
            return clean_decoded(loaded.decoded, config, name=loaded.id)
    raise InputError(STANDARD_INPUT_ID, "holds no text", "pipe a text into the command")


def write_stream(config: Config, chosen: OutputFormat) -> None:
    """Clean standard input onto standard output. Raises :class:`InputError` where it holds no text."""
    write_out(render_as(clean_stream(config), chosen, config.notes))
