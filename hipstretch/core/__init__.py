"""What the program knows: pure Python, without Qt, clock, files or globals."""
