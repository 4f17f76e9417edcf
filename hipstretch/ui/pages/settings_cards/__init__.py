"""The cards of the settings page, one for each thing that can be set."""
