"""Tiny packages and catalogues for the tests of the corpus."""

import struct
import zipfile
import zlib
from pathlib import Path

import numpy as np
import soundfile

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.catalog import Catalog, ClipEntry
from cass_core.synthesis.corpus.catalog_writer import CatalogWriter


def tone(seed: int, duration_s: float = 0.5, rate_hz: int = 16_000, peak: float = 0.5):
    """A tone whose pitch depends on the seed, as (sample,)."""
    times = np.arange(round(duration_s * rate_hz)) / rate_hz
    return (peak * np.sin(2 * np.pi * (200 + 37 * seed) * times)).astype(np.float32)


def write_tone(path: Path, seed: int, **settings) -> Path:
    """A sound file with a tone; the suffix decides its format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, tone(seed, **settings), settings.get("rate_hz", 16_000))
    return path


def clip_entry(stem: Stem = Stem.FX, *, split: str = "train", **values) -> ClipEntry:
    """A clip with some value in every field."""
    blank = {
        "pack": "", "start": 0, "num_samples": 0, "voice": "voice", "package": "package-data",
        "licence": "CC0-1.0", "loudness_lufs": -20.0, "source_rate_hz": 44_100, "tag": "",
        "source": "package/sound.wav",
    }  # fmt: skip
    return ClipEntry(stem=stem, split=split, **{**blank, **values})


def build_catalog(folder: Path, clips: list[tuple[ClipEntry, np.ndarray]]) -> Catalog:
    """A corpus folder that holds the clips, (sample,) of int16 each."""
    with CatalogWriter(folder) as writer:
        for entry, samples in clips:
            assert writer.append(entry, samples)
        writer.commit("package-data")
    return Catalog.load(folder)


def write_zip(path: Path, members: dict[str, bytes]) -> Path:
    """A zip file with the members."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def group_bytes(files: dict[str, bytes | dict]) -> bytes:
    """An OpenClonk group that is not compressed; a dict among the files is a group within."""
    header = bytearray(204)
    header[: len(b"RedWolf Design GrpFolder")] = b"RedWolf Design GrpFolder"
    struct.pack_into("<i", header, 36, len(files))
    for at in range(0, len(header) - 2, 3):
        header[at], header[at + 2] = header[at + 2], header[at]
    table, body = b"", b""
    for name, content in files.items():
        data = group_bytes(content) if isinstance(content, dict) else content
        is_group = int(isinstance(content, dict))
        table += struct.pack("<260s5i36x", name.encode(), 0, is_group, len(data), 0, len(body))
        body += data
    return bytes(byte ^ 237 for byte in header) + table + body


def packed_group(files: dict[str, bytes | dict]) -> bytes:
    """An OpenClonk group as it lies on disk."""
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(group_bytes(files)) + packer.flush()
    return b"\x1e\x8c" + packed[2:]


def queen_bytes(files: dict[str, bytes]) -> bytes:
    """The resource file of Flight of the Amazon Queen with the files in it."""
    start = 15 + 21 * len(files)
    table, body = b"", b""
    for name, content in files.items():
        table += struct.pack(">12sBII", name.encode(), 1, start + len(body), len(content))
        body += content
    return b"QTBLCEM10\0\0\0\0" + struct.pack(">H", len(files)) + table + body
