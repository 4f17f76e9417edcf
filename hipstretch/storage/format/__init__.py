"""The routine file format: reading with every fault named, writing, and its JSON Schema."""
