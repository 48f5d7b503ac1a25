"""Documents as text: plain and Markdown. Pure functions; files are written by :mod:`cntextclean.write`."""
