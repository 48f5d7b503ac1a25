"""The command line: wiring, options, what is shown."""
