"""`python -m hipstretch`."""

import sys

from hipstretch.cli import main

sys.exit(main())
