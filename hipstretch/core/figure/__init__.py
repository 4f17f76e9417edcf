"""The figure: one posable body, as numbers only."""
