"""Files on disk: routines, settings, history and the running session."""
