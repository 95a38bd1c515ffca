"""The networks behind FAD, KL and WPR: the project's own tagger, or the published networks."""

from typing import Protocol

import numpy as np
import soxr

from cass_core.checkpoints.downloads import downloaded
from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.metrics.taggers.panns import load_cnn14, load_decision_level_max
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.metrics.taggers.vggish import load_vggish
from cass_core.metrics.wrong_presence import PUBLISHED_THRESHOLD, Flags, read_class_groups
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

OWN_THRESHOLD = 0.5
TAGGERS = ("cass", "published")


class ReferenceNetwork(Protocol):
    """What the distribution metrics need to hear; sounds are (sample,) at `CATALOG_RATE_HZ`.

    Attributes:
        label: what the numbers are to be called.
    """

    label: str

    def embeddings(self, samples: FloatArray) -> FloatArray:
        """(window, embedding) for FAD."""

    def clip_logits(self, samples: FloatArray) -> FloatArray:
        """(class,) for KL."""

    def active(self, samples: FloatArray) -> Flags:
        """(window, stem) whether each stem is heard, for WPR."""


class OwnNetwork:
    """The tagger that ships; its numbers are not the paper's."""

    label = "Cass tagger"

    def __init__(self) -> None:
        self._tagger = load_tagger()

    def embeddings(self, samples: FloatArray) -> FloatArray:
        """Embeddings of windows of 0.96 s."""
        return self._tagger.embeddings(samples)

    def clip_logits(self, samples: FloatArray) -> FloatArray:
        """Mean logits of the windows."""
        return np.asarray(self._tagger.class_logits(samples).mean(axis=0), np.float32)

    def active(self, samples: FloatArray) -> Flags:
        """Stems whose probability reaches `OWN_THRESHOLD`."""
        return np.asarray(self._tagger.presence(samples) >= OWN_THRESHOLD)


class PublishedNetworks:
    """VGGish, Cnn14 and Cnn14_DecisionLevelMax, from files that the user has fetched."""

    label = "VGGish and PANNs"

    def __init__(self) -> None:
        """Load the networks; ModelError names a file that is missing."""
        self._groups = read_class_groups(downloaded("wpr-classes"))
        self._vggish = load_vggish(downloaded("vggish"))
        self._clip_tagger = load_cnn14(downloaded("cnn14-16k"))
        self._detector = load_decision_level_max(downloaded("cnn14-decision-level-max"))

    def embeddings(self, samples: FloatArray) -> FloatArray:
        """VGGish's embeddings."""
        return self._vggish.hear(samples)

    def clip_logits(self, samples: FloatArray) -> FloatArray:
        """Cnn14's logits."""
        return self._clip_tagger.hear(samples)

    def active(self, samples: FloatArray) -> Flags:
        """Stems one of whose classes reaches the published threshold."""
        rate_hz = self._detector.front.rate_hz
        sound = np.asarray(soxr.resample(samples, CATALOG_RATE_HZ, rate_hz), np.float32)
        return self._groups.active(self._detector.hear(sound), PUBLISHED_THRESHOLD)


def make_reference_network(tagger: str) -> ReferenceNetwork:
    """The listener of a name in `TAGGERS`."""
    if tagger == "cass":
        return OwnNetwork()
    if tagger == "published":
        return PublishedNetworks()
    raise SettingsError(f"There is no tagger '{tagger}'; choose one of {', '.join(TAGGERS)}.")
