"""The networks behind FAD, KL and WPR: the project's own tagger, or the published networks."""

from typing import Protocol

import numpy as np
import soxr

from cass_core.checkpoints.downloads import downloaded
from cass_core.clips import FloatArray
from cass_core.dsp.doubled_rate import doubled_rate
from cass_core.errors import SettingsError
from cass_core.metrics.label_divergence import label_divergence, sigmoid_divergence
from cass_core.metrics.taggers.panns import load_cnn14, load_decision_level_max
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.metrics.taggers.vggish import load_vggish
from cass_core.metrics.wrong_presence import PUBLISHED_THRESHOLD, Flags, read_class_groups
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

OWN_THRESHOLD = 0.5
TAGGERS = ("cass", "published", "released")
_LEAST_SAMPLES = 32_000  # AudioLDM's evaluation


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

    def divergence(self, reference: FloatArray, estimate: FloatArray) -> float:
        """Nats from the logits of two clips, for KL."""

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

    def divergence(self, reference: FloatArray, estimate: FloatArray) -> float:
        """Of the classes as shares of a whole."""
        return label_divergence(reference, estimate)

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

    def divergence(self, reference: FloatArray, estimate: FloatArray) -> float:
        """Of the classes as shares of a whole."""
        return label_divergence(reference, estimate)

    def active(self, samples: FloatArray) -> Flags:
        """Stems one of whose classes reaches the published threshold."""
        sound = self._at_detectors_rate(samples)
        return self._groups.active(self._detector.hear(sound), PUBLISHED_THRESHOLD)

    def _at_detectors_rate(self, samples: FloatArray) -> FloatArray:
        rate_hz = self._detector.front.rate_hz
        return np.asarray(soxr.resample(samples, CATALOG_RATE_HZ, rate_hz), np.float32)


class ReleasedMeasures(PublishedNetworks):
    """The same networks, asked as the release of AV-CASS asks them.

    The mean of each wave is taken away and short ones are filled up to 2 s before VGGish, KL is
    summed over sigmoids, and the detector hears sound that was doubled in rate by a short filter.
    """

    label = "VGGish and PANNs, as AV-CASS's release measures (sigmoid KL)"

    def embeddings(self, samples: FloatArray) -> FloatArray:
        """VGGish's embeddings of the wave without its mean."""
        centred = np.asarray(samples - samples.mean(dtype=np.float64), np.float32)
        return super().embeddings(np.pad(centred, (0, max(0, _LEAST_SAMPLES - len(centred)))))

    def divergence(self, reference: FloatArray, estimate: FloatArray) -> float:
        """Of each class for itself, summed."""
        return sigmoid_divergence(reference, estimate)

    def _at_detectors_rate(self, samples: FloatArray) -> FloatArray:
        return doubled_rate(samples)


def make_reference_network(tagger: str) -> ReferenceNetwork:
    """The listener of a name in `TAGGERS`."""
    if tagger == "cass":
        return OwnNetwork()
    if tagger == "published":
        return PublishedNetworks()
    if tagger == "released":
        return ReleasedMeasures()
    raise SettingsError(f"There is no tagger '{tagger}'; choose one of {', '.join(TAGGERS)}.")
