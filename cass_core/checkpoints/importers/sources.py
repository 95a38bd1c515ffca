"""Where users find the published weights: facts, no download is started from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PublishedSource:
    """A checkpoint that can be imported.

    Attributes:
        kind: of the importer.
        title: the separator.
        file: name of the file.
        url: page or file to download.
        size_mb: of the file, rounded; None where it is not known.
        licence: of the weights, as their publisher states it.
        sha256: of the file, as its users report it; empty where none was found.
    """

    kind: str
    title: str
    file: str
    url: str
    size_mb: int | None
    licence: str
    sha256: str = ""


_MERL = "https://github.com/merlresearch/cocktail-fork-separation/tree/main/checkpoints"
_CDX = "https://github.com/ZFTurbo/MVSEP-CDX23-Cinematic-Sound-Demixing/releases/tag/v.1.0.0"
_MSST = "https://github.com/ZFTurbo/Music-Source-Separation-Training/releases/tag/v.1.0.3"
_NO_LICENCE = "none stated by the publisher"

_DRIVE = "https://drive.google.com/file/d"

SOURCES = (
    PublishedSource("av-cass", "AV-CASS", "av_cass_checkpoint.pt",
                    f"{_DRIVE}/1_d-RCP111No-wS-wrmxyK-zH87Sm2xzf", 738, _NO_LICENCE,
                    "66a8a3b9de317d2c508edae6bbd2d727bfd4faa6aec10c7c5ed02f5966e29b64"),
    PublishedSource("av-cass", "AV-CASS, encoder of whole frames (CAVP; give it --with)",
                    "cavp_epoch66.ckpt",
                    "https://huggingface.co/SimianLuo/Diff-Foley/blob/"
                    "b17ddbe76e6d42f4b4135eeb443b1c1644267e3e/diff_foley_ckpt/cavp_epoch66.ckpt",
                    1361, "MIT",
                    "3472c2217a9481f530a96e32611c9e4611766f10b7f0d185a1ce35be7b7f9c80"),
    PublishedSource("av-cass", "AV-CASS, encoder of faces (give it --with)",
                    "avdiffuss_epoch30_visual_encoder.ckpt",
                    f"{_DRIVE}/1Qu1JC0zjrb_cc38LBOBD0lcol0d4Oy9y", None, _NO_LICENCE),
    PublishedSource("ao-cass", "AV-CASS, audio only", "ao_cass_checkpoint.pt",
                    f"{_DRIVE}/1tK0HRQg3h-k-j612M8rxhGXhrN6T83fZ", None, _NO_LICENCE),
    PublishedSource("mrx", "MRX", "default_mrx_pre_trained_weights.pth", _MERL, 122, "MIT"),
    PublishedSource("mrx", "MRX, levels of films", "adapted_loudness_mrx_pre_trained_weights.pth",
                    _MERL, 122, "MIT"),
    PublishedSource("mrx", "MRX, spectra of films", "adapted_eq_mrx_pre_trained_weights.pth",
                    _MERL, 122, "MIT"),
    PublishedSource("mvsep-cdx23", "MVSEP-CDX23 (HT Demucs)", "97d170e1-dbb4db15.th",
                    _CDX, None, _NO_LICENCE),
    PublishedSource("mvsep-cdx23", "MVSEP-CDX23 (HT Demucs)", "97d170e1-a778de4a.th",
                    _CDX, None, _NO_LICENCE,
                    "a778de4a72b90482a578bfb6ea6bf41462785d9136c11802c67a864a40f29434"),
    PublishedSource("mvsep-cdx23", "MVSEP-CDX23 (HT Demucs)", "97d170e1-e41a5468.th",
                    _CDX, None, _NO_LICENCE),
    PublishedSource("bandit", "BandIt", "dnr-3s-mus64-l1snr-plus.ckpt",
                    "https://zenodo.org/records/10160698", None, "CC-BY-NC-4.0"),
    PublishedSource("bandit", "BandIt Plus", "model_bandit_plus_dnr_sdr_11.47.chpt",
                    _MSST, None, "none stated; in a repository under MIT"),
    PublishedSource("bandit2", "Bandit v2, many languages", "checkpoint-multi.ckpt",
                    "https://zenodo.org/records/12701995", 447, "CC-BY-SA-4.0",
                    "abcfccf65446752a057f4a302c941479a54b7560ebf8d7bca039d2ea98e64cfc"),
)  # fmt: skip
