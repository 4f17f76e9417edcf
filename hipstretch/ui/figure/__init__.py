"""The figure on the screen: projection and painting, from frames of numbers."""
