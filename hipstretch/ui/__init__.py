"""Widgets only: theme, window, pages and dialogs."""
