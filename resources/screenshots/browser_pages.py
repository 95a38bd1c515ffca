"""Pictures of the pages that the program writes, as Chromium shows them."""

import shutil
import subprocess
from pathlib import Path

from eight_bit import reduced
from PySide6.QtGui import QImage

from cass_core.cli import main as cass

_DELIVERY_PX = (1024, 1130)
_PRESET = "ebu-r128"


def take_page(page: Path, picture: Path, size_px: tuple[int, int], dark: bool = True) -> None:
    """The upper part of a page, or a sentence where there is no Chromium."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if browser is None:
        print(f"There is no Chromium; {picture.name} stays as it is.")
        return
    width, height = size_px
    picture.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={page.parent / 'browser'}", f"--window-size={width},{height}",
            *(["--force-dark-mode"] if dark else []),
            f"--screenshot={picture}", page.as_uri(),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    reduced(QImage(str(picture))).save(str(picture), "PNG", 0)


def take_delivery_report(stems: Path, home: Path, out: Path) -> None:
    """What a delivery to a broadcaster reports, on a dark and on a light screen."""
    named, folder = home / "demo.mov.stems", home / "delivered"  # the page has the folder's name
    shutil.copytree(stems, named)
    cass(["deliver", str(named), "--preset", _PRESET, "--out", str(folder)])
    (page,) = folder.rglob("*.html")
    for theme in ("dark", "light"):
        picture = out / "report" / f"delivery-report-{theme}.png"
        take_page(page, picture, _DELIVERY_PX, dark=theme == "dark")
