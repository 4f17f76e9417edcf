"""QObject adapters over the core; no widgets."""
