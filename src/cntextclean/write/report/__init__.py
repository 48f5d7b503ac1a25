"""
The report: what was done to which document and why, as HTML that runs no script and fetches nothing.

:func:`write_report` writes it; :class:`RunSummary` and :class:`Failure` say what only the run knows.
"""

from cntextclean.write.report.summary import Failure, RunSummary
from cntextclean.write.report.write import write_report

__all__ = ["Failure", "RunSummary", "write_report"]
