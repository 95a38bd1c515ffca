"""The table of the models that can be used, a row each; facts alone, read without PyTorch."""

from dataclasses import dataclass
from typing import Literal

from cass_core.checkpoints.importers.sources import PublishedSource, source_of
from cass_core.checkpoints.registry import DEFAULT_MODEL
from cass_core.checkpoints.transfer import Download

Commercial = Literal["yes", "no", "not stated"]
_FULL_BAND_HZ = 44_100


@dataclass(frozen=True)
class ShelfRow:
    """A model that can be used.

    Attributes:
        name: what users type, and what the model is called when it is here.
        title: its name for people.
        good_at: one sentence.
        rate_hz: that it hears.
        takes_picture: whether it looks at the picture.
        licence: of the weights.
        commercial: whether their licence allows commercial use.
        cost: how many times as long as two steps of the starter it takes on a processor for
            stereo, by the time of all cores (`cass bench kinds`); None where nobody measured.
        source: where its file is found; None for a model that ships.
        separates: whether stems come out of it.
    """

    name: str
    title: str
    good_at: str
    rate_hz: int
    takes_picture: bool
    licence: str
    commercial: Commercial
    cost: float | None = None
    source: PublishedSource | None = None
    separates: bool = True

    @property
    def is_full_band(self) -> bool:
        """Whether it hears all that people hear."""
        return self.rate_hz >= _FULL_BAND_HZ

    @property
    def download(self) -> Download | None:
        """Its file, where the publisher gives it to programs."""
        source = self.source
        if source is None or not source.direct:
            return None
        return Download(
            f"{self.name}-{source.file}", source.direct, source.licence, source.num_bytes,
            source.sha256 or None, source.url,
        )  # fmt: skip


def _published(
    name: str, file: str, good_at: str, rate_hz: int, commercial: Commercial, cost: float | None
) -> ShelfRow:
    source = source_of(file)
    return ShelfRow(
        name, source.title, good_at, rate_hz, False, source.licence, commercial, cost, source
    )


def _released(name: str, file: str, good_at: str) -> ShelfRow:
    source = source_of(file)
    return ShelfRow(
        name, source.title, good_at, 16_000, name == "av-cass", source.licence, "not stated",
        source=source,
    )  # fmt: skip


def _helping(name: str, file: str, good_at: str, rate_hz: int) -> ShelfRow:
    source = source_of(file)
    return ShelfRow(
        name, source.title, good_at, rate_hz, True, source.licence, "not stated", source=source,
        separates=False,
    )  # fmt: skip


SHELF: tuple[ShelfRow, ...] = (
    ShelfRow(
        DEFAULT_MODEL, "Starter", "Ships with the program; quick, follows the picture, for a first "
        "impression.", 16_000, True, "CC-BY-SA-4.0", "yes", 1.0,
    ),
    _published(
        "tiger-dnr", "model.safetensors", "The best separation of films under a free licence; slow "
        "without a graphics card.", 44_100, "yes", 200.0,
    ),
    _published(
        "mrx", "default_mrx_pre_trained_weights.pth", "The quick one for the whole band: clean "
        "dialogue, levels right.", 44_100, "yes", 11.0,
    ),
    _published(
        "mrx-levels", "adapted_loudness_mrx_pre_trained_weights.pth", "MRX, trained further on the "
        "levels of real films.", 44_100, "yes", 11.0,
    ),
    _published(
        "mrx-spectra", "adapted_eq_mrx_pre_trained_weights.pth", "MRX, trained further on the "
        "spectra of real films.", 44_100, "yes", 11.0,
    ),
    _released(
        "av-cass", "av_cass_checkpoint.pt", "Generates each stem by sound and picture; the best "
        "effects, below 8 kHz. Needs a graphics card.",
    ),
    _released(
        "ao-cass", "ao_cass_checkpoint.pt", "Generates each stem by sound alone, below 8 kHz. "
        "Needs a graphics card.",
    ),
    _published(
        "bandit2", "checkpoint-multi.ckpt", "Dialogue in many languages, and strong music; very "
        "slow without a graphics card.", 48_000, "yes", None,
    ),
    _published(
        "bandit-plus", "model_bandit_plus_dnr_sdr_11.47.chpt", "High scores on made mixtures; very "
        "slow without a graphics card.", 44_100, "not stated", None,
    ),
    _published(
        "bandit", "dnr-3s-mus64-l1snr-plus.ckpt", "The first BandIt, for comparisons; very slow "
        "without a graphics card.", 44_100, "no", 206.0,
    ),
    _published(
        "mvsep-cdx23", "97d170e1-dbb4db15.th", "Good music and dialogue of stereo films, at "
        "moderate cost.", 44_100, "not stated", 6.4,
    ),
    _helping(
        "visah", "VContextEnc3.ckpt", "Does not separate: finds by the picture how loud each stem "
        "should be (Balance by the picture).", 44_100,
    ),
    _helping(
        "davis-flow", "unet_best.pth", "Does not separate: selects the sound of something in the "
        "picture (Isolate by the picture). Put frame_best.pth beside its file.", 11_025,
    ),
)  # fmt: skip
