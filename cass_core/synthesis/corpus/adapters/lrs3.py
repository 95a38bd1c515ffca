"""LRS3-TED: talking faces of TED talks, 224 x 224 at 25 fps, as dialogue.

Layout: `pretrain|trainval|test/<video id>/<nnnnn>.mp4`, each with a `.txt` of the words whose
`Ref:` line names the video. A folder holds one speaker; those of test are in no other split.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.set_clip import SetClip, SourceSet, held_out, not_found

_PARTS = {"pretrain": "train", "trainval": "train", "test": "test"}
_VALID_SHARE = 0.02
_LICENCE = "CC-BY-NC-ND-4.0"
_REFERENCE = re.compile(r"^Ref:\s*(\S+)", re.MULTILINE)


def read_lrs3(root: Path) -> Iterator[SetClip]:
    """The clips of a folder with LRS3's parts; parts may be missing."""
    parts = [part for part in _PARTS if (root / part).is_dir()]
    if not parts:
        raise not_found(root, LRS3.title, "pretrain, trainval or test")
    for part in parts:
        for path in sorted((root / part).glob("*/*.mp4")):
            speaker = path.parent.name
            split = _PARTS[part]
            if split == "train" and held_out(speaker, _VALID_SHARE):
                split = "valid"
            yield SetClip(
                path=path,
                source=f"{part}/{speaker}/{path.name}",
                stem=Stem.DX,
                split=split,
                voice=f"lrs3/{speaker}",
                licence=_LICENCE,
                attribution=f"TED, https://www.youtube.com/watch?v={_reference(path) or speaker}",
                is_movie=True,
            )


def _reference(movie: Path) -> str:
    """The video that the text beside the clip names; empty without one."""
    try:
        text = movie.with_suffix(".txt").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = _REFERENCE.search(text)
    return found[1] if found else ""


LRS3 = SourceSet("lrs3", "LRS3", read_lrs3)
