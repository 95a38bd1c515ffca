"""Deliver more than 4 GB by hand: `python -m tests.long_delivery FOLDER` wants 9 GB there.

A made 5.1 programme of 84 minutes is exported as dialogue and mixture in 24 bits, read back by
libsndfile and ffprobe at both ends, and taken away again; the process's peak memory is told.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import soundfile

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.stem_export import export
from cass_core.stem_names import STEMS
from tests.helpers.project.delivery import facts

RATE_HZ, CHANNELS, SAMPLES = 48_000, 6, 242_000_000
LAYOUT, BITS = "5.1", 24
START = 172_800_000  # 01:00:00:00 at 25 frames
PERIOD = 48_611  # prime, so that no block begins like another
ENDS = 4_096  # samples compared at the beginning and at the end


class MadeStems:
    """A `StemReader` over noise that repeats, made when asked for."""

    def __init__(self):
        self.covered = (SampleSpan(0, SAMPLES),)
        noise = np.random.default_rng(1).uniform(-0.2, 0.2, (len(STEMS), CHANNELS, PERIOD))
        # steps of 24 bits, so that what is read back can be compared bit for bit
        self._noise = (np.round(noise * 2**23) / 2**23).astype(np.float32)

    def read(self, stem, span):
        """A stem, (channel, sample)."""
        return self._made(span)[STEMS.index(stem)]

    def read_mixture(self, span):
        """The sum, (channel, sample)."""
        return self._made(span).sum(axis=0)

    def _made(self, span):
        places = np.arange(span.start, span.stop) % PERIOD
        return self._noise[..., places]


def check(path, wanted):
    """Compare both ends with what was made, and the header with its length and time."""
    with soundfile.SoundFile(path) as sound:
        assert (sound.frames, sound.channels, sound.samplerate) == (SAMPLES, CHANNELS, RATE_HZ)
        for start in (0, SAMPLES - ENDS):
            sound.seek(start)
            found = sound.read(ENDS, "float64", always_2d=True).T
            assert np.array_equal(found, wanted(SampleSpan(start, start + ENDS)))
    shown = subprocess.run(
        ["ffprobe", "-v", "error", "-of", "json", "-show_streams", "-show_format", str(path)],
        check=True, capture_output=True,
    )  # fmt: skip
    facts_shown = json.loads(shown.stdout)
    assert int(facts_shown["format"]["tags"]["time_reference"]) == START
    assert int(facts_shown["streams"][0]["duration_ts"]) == SAMPLES
    assert path.stat().st_size > 2**32


def main():
    """Export, check, tell."""
    stems, began = MadeStems(), time.monotonic()
    with TemporaryDirectory(dir=sys.argv[1]) as name:
        wanted = ExportRequest(
            ("DX", "MIX"), SampleSpan(0, SAMPLES), Encoding("wav", BITS), Path(name)
        )
        *_, last = export(wanted, stems, facts(SAMPLES, LAYOUT, RATE_HZ, START))
        peak_mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        paths = last.result.paths
        check(paths["DX"], lambda span: stems.read(STEMS[0], span))
        check(paths["MIX"], stems.read_mixture)
        sizes = [path.stat().st_size for path in paths.values()]
    took_s = time.monotonic() - began
    sys.stdout.write(f"{sizes} bytes in {took_s:.0f} s, at most {peak_mib:.0f} MiB of memory\n")


if __name__ == "__main__":
    main()
