"""The page about the graphics card: what it says, fetching a build, and taking it away."""

import sys

import pytest

from app.dialogs.preference_pages.card_words import advice_sentence
from app.dialogs.preference_pages.graphics_card_page import GraphicsCardPage
from app.jobs.graphics_card import card_standing as looking
from app.jobs.graphics_card.build_getter import BuildGetter
from app.jobs.graphics_card.card_standing import CardStanding
from cass_core.diagnosis import nvidia_card
from cass_core.diagnosis.nvidia_card import NvidiaCard, find_nvidia_card
from cass_core.torch_builds.stored_build import carried_version, stored_build
from tests.core.torch_builds.fake_index import Index, wheel

CARD = NvidiaCard("NVIDIA GeForce RTX 4090", 24.0, "580.65", 13)
STANDING = CardStanding(CARD, True, False, "2.13.0+cpu", "", False, False, True)


@pytest.fixture
def index(monkeypatch, tmp_path):
    index = Index(
        [
            wheel("torch", f"{carried_version()}+cu130", ["nvidia-cuda-runtime==13.0.1"]),
            wheel("nvidia-cuda-runtime", "13.0.1", files={"nvidia/so": "x" * 2_000_000}),
        ]
    )
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CASS_TORCH_INDEX", index.url)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(looking, "find_nvidia_card", lambda: CARD)
    yield index
    index.close()


@pytest.fixture
def page(qtbot):
    page = GraphicsCardPage(BuildGetter())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: "GPU" in page.card.text() or "NVIDIA" in page.card.text())
    yield page
    page._getter.stop()
    page.stop()


def press(qtbot, page, button):
    with qtbot.waitSignal(page._call.returned):
        button.click()


def test_a_build_is_planned_fetched_and_removed(qtbot, index, page):
    assert page.card.text() == "Found: NVIDIA GeForce RTX 4090, 24 GiB, driver 580.65."
    assert index.asked == [], "nothing is asked without being asked for"
    assert page.fetch.isHidden()
    press(qtbot, page, page.needed)

    rows = [
        [page.parts.item(row, column).text() for column in range(3)]
        for row in range(page.parts.rowCount())
    ]
    assert [row[:2] for row in rows] == [
        ["torch", f"{carried_version()}+cu130"],
        ["nvidia-cuda-runtime", "13.0.1"],
    ]
    assert rows[1][2] == "2.0 MB"
    assert page.total.text() == "2.0 MB to fetch; 6.0 MB must be free on the disk meanwhile."
    assert not any(path.endswith(".whl") and start for path, start in index.asked)
    press(qtbot, page, page.fetch)

    assert stored_build().version == f"{carried_version()}+cu130"
    assert page.advice.text() == "Start Cass Studio again for it to be used."
    assert page.needed.isHidden()
    assert page.fetch.isHidden()
    press(qtbot, page, page.remove)

    assert stored_build() is None
    assert page.remove.isHidden()
    assert not page.needed.isHidden()


def test_what_goes_wrong_is_said_and_can_be_tried_again(qtbot, index, page):
    press(qtbot, page, page.needed)
    index.cut_at = 1000
    press(qtbot, page, page.fetch)
    assert "what has come is kept" in page.problem.text()
    index.cut_at = None
    press(qtbot, page, page.fetch)
    assert page.problem.text() == ""
    assert stored_build() is not None


@pytest.mark.parametrize(
    ("changes", "cuda", "said"),
    [
        ({"card": None}, None, "there is nothing to fetch"),
        (
            {"card": NvidiaCard("X", 8.0, "470.1", 11)},
            13,
            "runs CUDA 11, and PyTorch needs CUDA 13",
        ),
        ({"can_fetch": False}, None, "as pytorch.org says"),
        ({"stored": "2.12.0+cu130"}, None, "belongs to another version"),
        ({"is_apple": True, "card": None}, None, "part of the program"),
    ],
)
def test_what_it_advises(qtbot, changes, cuda, said):
    standing = CardStanding(**(vars(STANDING) | changes))
    assert said in advice_sentence(standing, False, cuda)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_card_is_told_by_its_driver(monkeypatch, tmp_path):
    program = tmp_path / "nvidia-smi"
    program.write_text(
        "#!/bin/sh\n"
        'if [ "$1" ]; then echo "NVIDIA H200, 143771, 575.57.08"\n'
        "else echo '| NVIDIA-SMI 575.57.08  Driver Version: 575.57.08  CUDA Version: 12.9 |'; fi\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_nvidia_card() == NvidiaCard("NVIDIA H200", 143771 / 1024, "575.57.08", 12)
    program.write_text("#!/bin/sh\necho 'NVIDIA-SMI has failed'; exit 9\n")
    assert find_nvidia_card() is None
    assert nvidia_card.has_nvidia_driver()
