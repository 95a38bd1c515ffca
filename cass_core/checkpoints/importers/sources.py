"""Where the published weights are found: facts, no download is started from here."""

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
        sha256: of the file or its beginning, as its publisher or users report it; empty where none
            was found.
        direct: the file itself, where its publisher gives it to programs.
        num_bytes: exact size of the file; None where it is not known.
    """

    kind: str
    title: str
    file: str
    url: str
    size_mb: int | None
    licence: str
    sha256: str = ""
    direct: str = ""
    num_bytes: int | None = None


_MERL = "https://github.com/merlresearch/cocktail-fork-separation"
_MERL_PAGE, _MERL_FILES = f"{_MERL}/tree/main/checkpoints", f"{_MERL}/raw/main/checkpoints"
_CDX = "https://github.com/ZFTurbo/MVSEP-CDX23-Cinematic-Sound-Demixing/releases"
_CDX_PAGE, _CDX_FILES = f"{_CDX}/tag/v.1.0.0", f"{_CDX}/download/v.1.0.0"
_MSST = "https://github.com/ZFTurbo/Music-Source-Separation-Training/releases"
_TIGER = "https://huggingface.co/JusperLee/TIGER-DnR"
_BANDIT, _BANDIT_2 = (f"https://zenodo.org/records/{number}" for number in (10160698, 12701995))
_DRIVE = "https://drive.google.com/file/d"
_CAVP = "https://huggingface.co/SimianLuo/Diff-Foley"
_CAVP_FILE = "b17ddbe76e6d42f4b4135eeb443b1c1644267e3e/diff_foley_ckpt/cavp_epoch66.ckpt"
_FOLDERS = "https://drive.google.com/drive/folders"
DAVIS_PAGE = f"{_FOLDERS}/1KRbVpi1KYKMoQCQYftnavLz0CnB0KEuY"
_DAVIS_LICENCE = "MIT by the paper; none stated beside the files"
_VISAH = "https://drive.google.com/drive/folders/16gg4m3EDIdluJ_yonC9pc87dWZibSc9E"
CLIP_PAGE = "https://huggingface.co/openai/clip-vit-large-patch14"
_NO_LICENCE = "none stated by the publisher"


def _mrx(title: str, file: str, begins: str, num_bytes: int) -> PublishedSource:
    direct = f"{_MERL_FILES}/{file}"
    return PublishedSource("mrx", title, file, _MERL_PAGE, 122, "MIT", begins, direct, num_bytes)


def _cdx(file: str, sha256: str) -> PublishedSource:
    title, direct = "MVSEP-CDX23 (HT Demucs)", f"{_CDX_FILES}/{file}"
    return PublishedSource("mvsep-cdx23", title, file, _CDX_PAGE, None, _NO_LICENCE, sha256, direct)


SOURCES = (
    PublishedSource("av-cass", "AV-CASS", "av_cass_checkpoint.pt",
                    f"{_DRIVE}/1_d-RCP111No-wS-wrmxyK-zH87Sm2xzf", 738, _NO_LICENCE,
                    "66a8a3b9de317d2c508edae6bbd2d727bfd4faa6aec10c7c5ed02f5966e29b64"),
    PublishedSource("av-cass", "AV-CASS, encoder of whole frames (CAVP; give it --with)",
                    "cavp_epoch66.ckpt", f"{_CAVP}/blob/{_CAVP_FILE}", 1361, "MIT",
                    "3472c2217a9481f530a96e32611c9e4611766f10b7f0d185a1ce35be7b7f9c80",
                    f"{_CAVP}/resolve/{_CAVP_FILE}", 1_361_483_035),
    PublishedSource("av-cass", "AV-CASS, encoder of faces (give it --with)",
                    "avdiffuss_epoch30_visual_encoder.ckpt",
                    f"{_DRIVE}/1Qu1JC0zjrb_cc38LBOBD0lcol0d4Oy9y", None, _NO_LICENCE),
    PublishedSource("ao-cass", "AV-CASS, audio only", "ao_cass_checkpoint.pt",
                    f"{_DRIVE}/1tK0HRQg3h-k-j612M8rxhGXhrN6T83fZ", None, _NO_LICENCE),
    PublishedSource("tiger-dnr", "TIGER-DnR", "model.safetensors", _TIGER, 17, "Apache-2.0",
                    "dd1c696e72f6adea0085ef1af640882a8260519ad666422835e387a5b4abdd2a",
                    f"{_TIGER}/resolve/b7a59560bbca10febbcd46fb01600f868e587f57/model.safetensors",
                    17_130_568),
    _mrx("MRX", "default_mrx_pre_trained_weights.pth", "9cecc071", 122_317_463),
    _mrx("MRX, levels of films", "adapted_loudness_mrx_pre_trained_weights.pth", "4bc4eabf",
         122_317_657),
    _mrx("MRX, spectra of films", "adapted_eq_mrx_pre_trained_weights.pth", "e49928fc",
         122_317_657),
    # checksums by the naming rule of torch.hub
    _cdx("97d170e1-dbb4db15.th", "dbb4db15"),
    _cdx("97d170e1-a778de4a.th",
         "a778de4a72b90482a578bfb6ea6bf41462785d9136c11802c67a864a40f29434"),
    _cdx("97d170e1-e41a5468.th", "e41a5468"),
    PublishedSource("bandit", "BandIt", "dnr-3s-mus64-l1snr-plus.ckpt", _BANDIT, None,
                    "CC-BY-NC-4.0"),
    PublishedSource("bandit", "BandIt Plus", "model_bandit_plus_dnr_sdr_11.47.chpt",
                    f"{_MSST}/tag/v.1.0.3", None, "none stated; in a repository under MIT", "",
                    f"{_MSST}/download/v.1.0.3/model_bandit_plus_dnr_sdr_11.47.chpt"),
    PublishedSource("bandit2", "Bandit v2, many languages", "checkpoint-multi.ckpt", _BANDIT_2,
                    447, "CC-BY-SA-4.0",
                    "abcfccf65446752a057f4a302c941479a54b7560ebf8d7bca039d2ea98e64cfc",
                    f"{_BANDIT_2}/files/checkpoint-multi.ckpt?download=1"),
    PublishedSource("davis-flow", "DAVIS-Flow", "unet_best.pth", DAVIS_PAGE, None,
                    _DAVIS_LICENCE),
    PublishedSource("davis-flow", "DAVIS-Flow, what looks at the picture (give it --with)",
                    "frame_best.pth", DAVIS_PAGE, None, _DAVIS_LICENCE),
    PublishedSource("davis-flow", "DAVIS-Flow, everyday sounds (give it --front-end ave)",
                    "unet_best.pth", f"{_FOLDERS}/1M-ZpE2yK3mQ_qMfXL3J9kACGfdD4Mcnv", None,
                    _DAVIS_LICENCE),
    PublishedSource("visah", "VisAH", "VContextEnc3.ckpt", _VISAH, None, _NO_LICENCE),
    PublishedSource("visah", "VisAH, encoder of pictures (CLIP ViT-L/14; give it --with)",
                    "model.safetensors", CLIP_PAGE, 1710, _NO_LICENCE, "",
                    f"{CLIP_PAGE}/resolve/main/model.safetensors"),
)  # fmt: skip


def source_of(file: str) -> PublishedSource:
    """The checkpoint of that file name."""
    return next(source for source in SOURCES if source.file == file)
