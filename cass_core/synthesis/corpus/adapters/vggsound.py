"""VGGSound: ten-second movies of things that sound, as effects.

Layout: `vggsound.csv` without a header (video id, first second, label, train or test) and the
movies anywhere below the folder. Their names differ with the tool that fetched them:
`<id>_<second, 6 digits>.mp4` as its authors have it, also `<id>_<second>.mp4`,
`<id>_<first ms>_<last ms>.mp4`, or `<id>.mp4`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cass_core.checked.csv_file import csv_rows
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet, held_out, not_found

_TABLE = "vggsound.csv"
_CLIP_S = 10
_VALID_SHARE = 0.02
_SUFFIXES = {".mp4", ".mkv", ".webm", ".avi", ".mov"}
_LICENCE = "the video's own; list: CC-BY-4.0"


def read_vggsound(root: Path) -> Iterator[SetClip]:
    """The movies that both the table names and the folder holds, in the table's order."""
    rows = _rows(root)
    movies = {
        path.stem: path
        for path in sorted(root.rglob("*"), reverse=True)
        if path.suffix.lower() in _SUFFIXES
    }
    clips_of = Counter(video for video, *_ in rows)
    for video, second, label, split in rows:
        names = [f"{video}_{second:06d}", f"{video}_{second}", _by_milliseconds(video, second)]
        if clips_of[video] == 1:
            names.append(video)
        path = next((movies[name] for name in names if name in movies), None)
        if path is not None:
            is_kept_back = split == "train" and held_out(video, _VALID_SHARE)
            yield SetClip(
                path=path,
                source=f"{names[0]}.mp4",
                stem=Stem.FX,
                split="valid" if is_kept_back else split,
                voice=f"vggsound/{label}",
                licence=_LICENCE,
                attribution=f"https://www.youtube.com/watch?v={video} at {second} s",
                is_movie=True,
            )


def _by_milliseconds(video: str, second: int) -> str:
    return f"{video}_{1000 * second}_{1000 * (second + _CLIP_S)}"


def _rows(root: Path) -> list[tuple[str, int, str, str]]:
    """Video, second, label and split; rows that are none are left out."""
    table = next(iter(sorted(root.rglob(_TABLE))), None)
    if table is None:
        raise not_found(root, VGGSOUND.title, _TABLE)
    rows = []
    for row in csv_rows(table):
        if len(row) == 4 and _is_second(row[1].strip()) and row[3] in ("train", "test"):
            rows.append((row[0], int(row[1]), row[2], row[3]))
    return rows


def _is_second(text: str) -> bool:
    return text.isdecimal() and len(text) < 9


VGGSOUND = SourceSet("vggsound", "VGGSound", read_vggsound, excluded=("speech", "music"))
