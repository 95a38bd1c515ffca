"""Mark clips of effects and music that sound like the other one, so that no scene draws them."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cass_core.clips import FloatArray
from cass_core.media.files.file_lock import FileLock
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.adapters.exclusion import MOST_SHARE, active_shares
from cass_core.synthesis.corpus.catalog import MISPLACED, Catalog, ClipEntry
from cass_core.synthesis.corpus.catalog_writer import corpus_lock

Presence = Callable[[FloatArray], FloatArray]  # (sample,) -> probabilities (window, stem)

_LOOK_S = 1.0
_OTHER = {Stem.FX: Stem.MX, Stem.MX: Stem.FX}


@dataclass(frozen=True)
class CleanProgress:
    """Where the work stands.

    Attributes:
        done: clips that were heard.
        total: clips to hear.
        misplaced: clips that were marked so far.
    """

    done: int
    total: int
    misplaced: tuple[ClipEntry, ...]


def clean(folder: Path, presence: Presence, split: str = "train") -> Iterator[CleanProgress]:
    """Hear all effects and music of a split and mark what is misplaced.

    DnR v3 leaves out an effect in which music is found for more than half of the time. Engines,
    bells and water hum, too, so here a clip must also lack its own stem for more than half of the
    time. Speech is not judged: to a tagger animals and voices are alike, and `cass corpus fetch`
    has asked a voice detector. Clips are marked, not removed: a recipe can still be replayed.

    Args:
        folder: of the corpus; its catalogue is written once, at the end. What was added to it
            meanwhile stays.
        presence: the tagger.
        split: the sets that are measured on stay as they are unless they are named.

    Yields:
        CleanProgress: before the first clip and after each; marks of an earlier cleaning give way
            to the new ones.
    """
    catalog = Catalog.load(folder)
    heard = [e for e in catalog.entries if e.split == split and e.stem in _OTHER]
    judged: dict[ClipEntry, ClipEntry] = {}
    misplaced: tuple[ClipEntry, ...] = ()
    yield CleanProgress(0, len(heard), misplaced)
    for done, entry in enumerate(map(_without_mark, heard), 1):
        judged[entry] = entry
        if _is_misplaced(entry.stem, presence(catalog.read(entry))):
            judged[entry] = _with_mark(entry)
            misplaced = (*misplaced, judged[entry])
        yield CleanProgress(done, len(heard), misplaced)
    # the catalogue as it stands by now: hearing takes hours, in which clips may have come
    with _waited_for(corpus_lock(folder)):
        now = Catalog.load(folder).entries
        Catalog(folder, [judged.get(_without_mark(entry), entry) for entry in now]).save()


def _waited_for(lock: FileLock) -> FileLock:
    """The lock, when whoever adds clips has given it back; what was heard must not be lost."""
    while not lock.acquire():
        time.sleep(_LOOK_S)
    return lock


def _with_mark(entry: ClipEntry) -> ClipEntry:
    return replace(entry, tag=f"{entry.tag} {MISPLACED}".strip())


def _without_mark(entry: ClipEntry) -> ClipEntry:
    words = [word for word in entry.tag.split() if word != MISPLACED]
    return replace(entry, tag=" ".join(words))


def _is_misplaced(stem: Stem, presence: FloatArray) -> bool:
    shares = active_shares(presence)
    own, other = shares[STEMS.index(stem)], shares[STEMS.index(_OTHER[stem])]
    return bool(other > MOST_SHARE and own < MOST_SHARE)
