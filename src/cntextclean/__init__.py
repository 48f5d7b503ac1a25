"""cntextclean turns raw Chinese text into clean canonical documents."""

from cntextclean.config import Config
from cntextclean.model import Document
from cntextclean.pipeline import clean

__version__ = "0.1.0"
__all__ = ["Config", "Document", "clean"]
