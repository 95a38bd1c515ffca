"""What the program needs before its window: settings, language, log, versions of its parts."""
