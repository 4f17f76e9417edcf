"""The JSON Schemas of the two kinds of file, for editors; made from what the reader goes by.

`python -m hipstretch.storage.format.schema FOLDER` writes them into a folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hipstretch.storage.files import write_atomically
from hipstretch.storage.format.definitions import EXERCISE, ROUTINE
from hipstretch.storage.format.fields import Schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schemas() -> dict[str, Schema]:
    """The two schemas by the names of their files."""
    exercise = EXERCISE.schema()
    return {
        "exercise.schema.json": {
            "$schema": _DIALECT,
            "title": "A HipStretch exercise",
            **exercise,
        },
        "routine.schema.json": {
            "$schema": _DIALECT,
            "title": "A HipStretch routine",
            **ROUTINE.schema(),
            "$defs": {"exercise": exercise},
        },
    }


def write_schemas(folder: Path) -> None:
    """Write the schemas into a folder; raises OSError."""
    for name, schema in json_schemas().items():
        write_atomically(folder / name, json.dumps(schema, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
