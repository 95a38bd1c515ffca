"""The report as its reader sees it: in a browser, without a network, on a small screen."""

import json
import re
import shutil
import subprocess
from html import unescape

import pytest

from cass_core.clips import SampleSpan
from cass_core.stem_names import Stem
from tests.helpers.command_line import run_cass
from tests.helpers.corpus.cell_fakes import RATE_HZ, swapped, tone_stems, use_tones
from tests.helpers.project.tiny_stems import written_set

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium")

SPEECH_IN_FX = SampleSpan(4 * RATE_HZ, 9 * RATE_HZ // 2)
MUSIC_IN_DX = SampleSpan(29 * RATE_HZ // 4, 31 * RATE_HZ // 4)

# what the reader does, and what is asked of the page then
PROBE = """
<pre id="seen"></pre><script>window.addEventListener("load", async () => {
const rows = () => [...document.querySelectorAll("#flags tbody tr")].filter(row => !row.hidden);
const seen = {broken: [...document.images].filter(image => !image.naturalWidth).length,
  images: document.images.length, wide: document.documentElement.scrollWidth, all: rows().length};
const place = document.querySelector("section.place");
seen.owner = getComputedStyle(place).borderLeftColor;
seen.background = getComputedStyle(place).backgroundColor;
const head = document.querySelectorAll("#flags th")[1]; head.click(); head.click();
seen.last_first = rows()[0].cells[1].textContent;
const kind = document.querySelector("#kind"); kind.value = "ghost in DX";
kind.dispatchEvent(new Event("change"));
seen.chosen = rows().length; seen.says = document.querySelector("#shown").textContent;
const player = document.querySelector("audio"); player.preload = "auto"; player.load();
for (let k = 0; k < 200 && player.readyState < 1; k++)
  await new Promise(done => setTimeout(done, 10));
seen.seconds = player.duration;
document.querySelector("#seen").textContent = JSON.stringify(seen); });</script>
"""


def test_pictures_players_sorting_and_kinds_work(tmp_path, monkeypatch, capfd):
    use_tones(monkeypatch)
    wrong = swapped(tone_stems(10), Stem.DX, Stem.FX, SPEECH_IN_FX)
    wrong = swapped(wrong, Stem.MX, Stem.DX, MUSIC_IN_DX)
    folder = written_set(tmp_path / "film.stems", wrong, wrong.sum(axis=0), chunk=RATE_HZ)
    page = tmp_path / "report.html"
    assert run_cass(capfd, "review", folder, "--report", page).code == 0
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</body>", PROBE + "</body>"), encoding="utf-8")
    command = [
        BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--host-rules=MAP * 0.0.0.0",
        f"--user-data-dir={tmp_path / 'browser'}", "--window-size=1366,768",
        "--virtual-time-budget=8000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="seen">(\{.*?\})</pre>', done.stdout)
    assert found, done.stderr[-2000:]
    seen = json.loads(unescape(found.group(1)))
    assert seen["broken"] == 0
    assert seen["images"] == 2
    assert seen["wide"] <= 1366  # nothing has to be scrolled sideways
    assert seen["owner"] != seen["background"]
    assert (seen["all"], seen["chosen"], seen["says"]) == (2, 1, "1 of 2")
    assert seen["last_first"].startswith("01:00:07")
    # half a second, with what is heard before and after it
    assert seen["seconds"] == pytest.approx(2.1, abs=0.25)
