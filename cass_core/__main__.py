"""`python -m cass_core` is the command `cass`."""

import sys

from cass_core.cli import main

if __name__ == "__main__":
    sys.exit(main())
