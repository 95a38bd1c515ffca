"""Whether two folders hold the same stems, sample by sample: `same_samples.py FOLDER OTHER`.

What is written beside the samples says when each file was made, and differs.
"""

import sys
from pathlib import Path

import numpy as np
import soundfile

CODES = ("DX", "FX", "MX", "MIX")


def main() -> int:
    """Compare DX, FX, MX and MIX.

    Returns:
        The process's exit code: 1 where a stem is another one.
    """
    folders = [Path(name) for name in sys.argv[1:3]]
    return 0 if all(_is_same(*folders, code) for code in CODES) else 1


def _is_same(folder: Path, other: Path, code: str) -> bool:
    (file,) = folder.glob(f"*_{code}.wav")
    ours, rate_hz = soundfile.read(file, dtype="int32", always_2d=True)
    theirs, other_hz = soundfile.read(other / file.name, dtype="int32", always_2d=True)
    is_same = rate_hz == other_hz and bool(ours.any()) and np.array_equal(ours, theirs)
    print(f"{code}: {'the same' if is_same else 'another'} {ours.shape[0]} samples")
    return is_same


if __name__ == "__main__":
    sys.exit(main())
