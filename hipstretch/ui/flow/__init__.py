"""The person's way through the pages: what a page asks for, and who does it."""
