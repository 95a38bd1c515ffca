import subprocess
import sys
from pathlib import Path

import pytest
import torch

from cass_core.dsp.torchaudio_functions import torchaudio_module

ROOT = Path(__file__).resolve().parents[3]
# as beside a PyTorch that the wheel was not built for
WITHOUT_COMPILED_PART = """
import torch
def refuse(path):
    raise OSError("libc10_cuda.so: cannot open shared object file")
torch.ops.load_library = refuse
from cass_core.dsp.torchaudio_functions import torchaudio_module
functions = torchaudio_module("functional")
print(tuple(functions.melscale_fbanks(257, 0.0, 8000.0, 8, 16000).shape))
"""


def test_filter_banks_need_no_compiled_part():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_COMPILED_PART], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.strip() == "(257, 8)", done.stderr


def test_the_same_module_each_time():
    assert torchaudio_module("functional") is torchaudio_module("functional")


def test_resampling_keeps_a_tone():
    tone = torch.sin(2 * torch.pi * 440 * torch.arange(4_800) / 48_000)
    halved = torchaudio_module("functional").resample(tone, 48_000, 24_000)
    assert halved[500:-500] == pytest.approx(tone[::2][500:-500], abs=2e-3)
