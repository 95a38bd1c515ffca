"""Unpack the containers that games keep their sounds in."""

import gzip
import io
import shutil
import struct
import wave
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from cass_core.errors import MediaError
from cass_core.synthesis.corpus import rnc

AUDIO_SUFFIXES = frozenset(
    {
        ".ogg",
        ".oga",
        ".opus",
        ".wav",
        ".flac",
        ".mp3",
        ".g722",
        ".gsm",
        ".aiff",
        ".aif",
        ".raw",
        ".wv",
    }
)

_ZIP_SUFFIXES = frozenset({".zip", ".pk3", ".pk4", ".wz", ".sdz"})
_GROUP_SUFFIXES = frozenset({".ocg", ".ocd", ".ocf"})
_QUEEN_FILE, _SKY_FILE = "queen.1c", "sky.dsk"


def unpack_archives(tree: Path) -> int:
    """Unpack every known container below a folder.

    Only sounds are taken out. The folder takes the container's place under the same name, so a
    second call finds nothing to do.

    Args:
        tree: folder with the files of a package.

    Returns:
        How many files were taken out.
    """
    count = 0
    for path in sorted(p for p in tree.rglob("*") if p.is_file() and not p.is_symlink()):
        read_members = _reader(path)
        if read_members is not None:
            count += _take_out(path, read_members)
    return count


def is_audio(name: str) -> bool:
    """Whether the name of a file ends like a sound that can be decoded."""
    return PurePosixPath(name).suffix.lower() in AUDIO_SUFFIXES


_Reader = Callable[[Path], Iterator[tuple[str, bytes]]]


def _reader(path: Path) -> _Reader | None:
    suffix = path.suffix.lower()
    if suffix in _ZIP_SUFFIXES:
        return _zip_members
    if suffix in _GROUP_SUFFIXES:
        return _group_members
    return {_QUEEN_FILE: _queen_members, _SKY_FILE: _sky_members}.get(path.name.lower())


def _take_out(archive: Path, read_members: _Reader) -> int:
    folder = archive.with_name(archive.name + ".unpacked")
    count = 0
    try:
        for name, content in read_members(archive):
            if _write_member(folder, name, content):
                count += 1
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, gzip.BadGzipFile):
        # a file that only shares the suffix holds no sounds; what came out before stays
        pass
    if count:
        archive.unlink()
        folder.rename(archive)
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return count


def _write_member(folder: Path, name: str, content: bytes) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or ".." in parts or parts[0] == "/":
        return False
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _zip_members(path: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if is_audio(info.filename):
                yield info.filename, archive.read(info)


# OpenClonk groups: a gzip stream with a changed magic, then a scrambled header, a table of
# entries and the files one after the other; groups inside a group are not compressed again
_GROUP_MAGIC = b"\x1e\x8c"
_GROUP_TITLE = b"RedWolf Design GrpFolder"
_GROUP_HEADER_BYTES = 204
_GROUP_ENTRY = struct.Struct("<260s5i36x")  # name, packed, is group, size, unused, offset


def _group_members(path: Path) -> Iterator[tuple[str, bytes]]:
    packed = path.read_bytes()
    if packed.startswith(_GROUP_MAGIC):
        unpacker = zlib.decompressobj(wbits=31)
        yield from _group_files(unpacker.decompress(b"\x1f\x8b" + packed[2:]))


def _group_files(group: bytes) -> Iterator[tuple[str, bytes]]:
    header = _descrambled(group[:_GROUP_HEADER_BYTES])
    if not header.startswith(_GROUP_TITLE):
        return
    (num_entries,) = struct.unpack_from("<i", header, 36)
    body = _GROUP_HEADER_BYTES + num_entries * _GROUP_ENTRY.size
    for row in range(num_entries):
        at = _GROUP_HEADER_BYTES + row * _GROUP_ENTRY.size
        raw_name, _, is_group, size, _, offset = _GROUP_ENTRY.unpack_from(group, at)
        name = raw_name.split(b"\0")[0].decode("latin-1")
        content = group[body + offset : body + offset + size]
        if is_group:
            yield from ((f"{name}/{inner}", data) for inner, data in _group_files(content))
        elif is_audio(name):
            yield name, content


def _descrambled(header: bytes) -> bytes:
    clear = bytearray(byte ^ 237 for byte in header)
    for at in range(0, len(clear) - 2, 3):
        clear[at], clear[at + 2] = clear[at + 2], clear[at]
    return bytes(clear)


# Flight of the Amazon Queen: a table of names at byte 13; speech is MP3 under the suffix .SB
_QUEEN_MAGIC = b"QTBL"
_QUEEN_TABLE_START = 13
_QUEEN_ENTRY = struct.Struct(">12sBII")  # name, bundle, offset, size


def _queen_members(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    if not data.startswith(_QUEEN_MAGIC):
        return
    (num_entries,) = struct.unpack_from(">H", data, _QUEEN_TABLE_START)
    for row in range(num_entries):
        at = _QUEEN_TABLE_START + 2 + row * _QUEEN_ENTRY.size
        raw_name, _, offset, size = _QUEEN_ENTRY.unpack_from(data, at)
        name = raw_name.split(b"\0")[0].decode("latin-1")
        if name.endswith(".SB"):
            yield f"speech/{name[:-3]}.mp3", data[offset : offset + size]


# Beneath a Steel Sky: `sky.dnr` lists what lies where in `sky.dsk`; the numbers from 50000 on are
# speech, 8 bits at 11025 Hz behind a header of the game's own
_SKY_ENTRY = struct.Struct("<H3s3s")  # number, offset, size and flags
_SKY_SPEECH = range(50_000, 60_000)
_SKY_HEADER_BYTES = 22
_SKY_RATE_HZ = 11_025
_SKY_LEAST_BYTES = 2_000


def _sky_members(path: Path) -> Iterator[tuple[str, bytes]]:
    index_path = path.with_name("sky.dnr")
    if not index_path.exists():
        return
    index, data = index_path.read_bytes(), path.read_bytes()
    (num_entries,) = struct.unpack_from("<I", index)
    for row in range(num_entries):
        number, place, flags = _SKY_ENTRY.unpack_from(index, 4 + row * _SKY_ENTRY.size)
        if number not in _SKY_SPEECH:
            continue
        offset = int.from_bytes(place, "little")
        # the highest bit of an offset says that it counts in steps of 16 bytes
        offset = (offset & 0x7FFFFF) << 4 if offset & 0x800000 else offset
        stop = offset + (int.from_bytes(flags, "little") & 0x3FFFFF)
        speech = _sky_speech(data[offset + _SKY_HEADER_BYTES : stop])
        if len(speech) >= _SKY_LEAST_BYTES:
            yield f"speech/{number}.wav", _wave_bytes(speech)


def _sky_speech(content: bytes) -> bytes:
    if not content.startswith(rnc.MAGIC):
        return content
    try:
        return rnc.unpack_rnc(content)
    except MediaError:
        return b""


def _wave_bytes(samples: bytes) -> bytes:
    """A WAV file of unsigned 8-bit mono."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(_SKY_RATE_HZ)
        sound.writeframes(samples)
    return file.getvalue()
