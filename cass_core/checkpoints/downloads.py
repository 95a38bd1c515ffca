"""Files that others publish and that cannot ship with the program: fetched once, checked, kept."""

from collections.abc import Callable
from pathlib import Path

from cass_core.checkpoints.transfer import Download, transferred
from cass_core.errors import ModelError
from cass_core.resource_files import user_data_folder

_ZENODO = "https://zenodo.org/records/3987831/files"

Progress = Callable[[int, int | None], None]


DOWNLOADS: dict[str, Download] = {
    "vggish": Download(
        "vggish-10086976.pth",
        "https://github.com/harritaylor/torchvggish/releases/download/v0.1/vggish-10086976.pth",
        "Apache-2.0",
        288_567_937,
        "10086976",  # by the naming rule of torch.hub
    ),
    "cnn14-16k": Download(
        "Cnn14_16k_mAP=0.438.pth",
        f"{_ZENODO}/Cnn14_16k_mAP%3D0.438.pth",
        "CC-BY-4.0",
        358_668_570,
        "e2ee543a27919542c2ea03eabaa70b24dcd4e6c8e05621de6b67a94e4c5058e6",
    ),
    "cnn14-32k": Download(
        "Cnn14_mAP=0.431.pth",
        f"{_ZENODO}/Cnn14_mAP%3D0.431.pth",
        "CC-BY-4.0",
        327_428_481,
        "0dc499e40e9761ef5ea061ffc77697697f277f6a960894903df3ada000e34b31",
    ),
    "cnn14-decision-level-max": Download(
        "Cnn14_DecisionLevelMax_mAP=0.385.pth",
        f"{_ZENODO}/Cnn14_DecisionLevelMax_mAP%3D0.385.pth",
        "CC-BY-4.0",
        327_428_481,
        "dd3b4043a87d4ec13df8082c0fcfee3fb5084151808e47e060987a95eabdd142",
    ),
    "wpr-classes": Download(
        "class_labels_with_main_class.csv",
        "https://raw.githubusercontent.com/pantheon5100/AVCASS/"
        "d88ed0f6fad39a13c9ef92ecb168eabbc2575799/WPR_calculation/metadata/"
        "class_labels_with_main_class.csv",
        "not stated",
    ),
}


def downloads_folder() -> Path:
    """Where fetched files are kept."""
    return user_data_folder() / "downloads"


def downloaded(name: str) -> Path:
    """A file that was fetched before, or laid there by hand; ModelError where there is none."""
    item = _item(name)
    path = downloads_folder() / item.file_name
    if not path.is_file():
        raise ModelError(
            f"{item.file_name} is not at hand; run `cass fetch {name}`, or put the file "
            f"from {item.url} into {downloads_folder()}."
        )
    return path


def fetch(name: str, progress: Progress | None = None) -> Path:
    """Fetch a file unless it is there; a fetch that was cut off goes on where it stopped.

    Args:
        name: a name in `DOWNLOADS`.
        progress: told the bytes at hand and the whole size, None where it is not known.

    Returns:
        The file, whose size and checksum are as published.
    """
    item = _item(name)
    for received in transferred(item, downloads_folder()):
        if progress is not None:
            progress(received.have, received.whole)
    return downloads_folder() / item.file_name


def _item(name: str) -> Download:
    if name not in DOWNLOADS:
        raise ModelError(f"There is no download '{name}'; known are {', '.join(DOWNLOADS)}.")
    return DOWNLOADS[name]
