"""Running over files: plan, journal, workers. Folders and processes live only here."""
