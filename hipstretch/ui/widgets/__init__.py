"""Painted widgets, each in a file of its own."""
