import json
import os
import sys
from types import SimpleNamespace

import pytest

from cass_core.cli import main as cass
from cass_core.diagnosis import computer, devices, parts
from cass_core.diagnosis.finding import good, problem


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CASS_CACHE", str(tmp_path / "cache"))


def test_this_computer_is_usable(capsys):
    code = cass(["doctor", "--json"])

    findings = {one["subject"]: one for one in json.loads(capsys.readouterr().out)}
    assert {"program", "processor", "graphics card", "sound device", "screen"} <= findings.keys()
    assert findings["model"]["state"] == findings["FFmpeg"]["state"] == "good"
    assert findings["data folder"]["state"] != "problem"
    assert code == any(one["state"] == "problem" for one in findings.values())


def test_a_problem_is_told_with_what_to_do(monkeypatch, capsys):
    looked = [good("model", "starter"), problem("fonts", "none", "Install one.")]
    monkeypatch.setattr("cass_core.diagnosis.examination.examine", lambda: iter(looked))

    assert cass(["doctor"]) == 1

    lines = capsys.readouterr().out.splitlines()
    assert lines == ["ok      model: starter", "PROBLEM fonts: none", "          Install one."]


def sound_module(answer):
    class PortAudioError(Exception):
        pass

    def query_devices(kind):
        if answer is None:
            raise PortAudioError("Error querying device -1")
        return answer

    return SimpleNamespace(PortAudioError=PortAudioError, query_devices=query_devices)


SPEAKERS = {"name": "Speakers", "max_output_channels": 2, "default_samplerate": 48000.0}


@pytest.mark.parametrize(
    ("module", "state", "text"),
    [
        (sound_module(SPEAKERS), "good", "Speakers, 2 channels, 48000 Hz"),
        (sound_module(None), "hint", "none"),
        (None, "hint", "PortAudio cannot be loaded"),
    ],
)
def test_sound_device(monkeypatch, module, state, text):
    monkeypatch.setitem(sys.modules, "sounddevice", module)

    finding = devices.look_at_sound()

    assert (finding.state, finding.text) == (state, text)
    assert bool(finding.advice) == (state != "good")


@pytest.mark.parametrize(
    ("driver", "built_for", "state", "advice"),
    [
        (False, None, "good", ""),
        (True, None, "hint", "Get PyTorch for it in the window"),
        (True, "13.0", "hint", "Install a driver for CUDA 13.0"),
    ],
)
def test_card_that_is_not_used(monkeypatch, driver, built_for, state, advice):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    monkeypatch.setattr("torch.backends.mps.is_available", lambda: False)
    monkeypatch.setattr("torch.version.cuda", built_for)
    monkeypatch.setattr(devices, "has_nvidia_driver", lambda: driver)

    finding = devices.look_at_graphics_card()

    assert finding.state == state
    assert finding.advice.startswith(advice)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have fonts")
def test_fonts(monkeypatch, tmp_path):
    monkeypatch.setattr(computer, "_FONT_FOLDERS", (str(tmp_path),))
    assert computer.look_at_fonts().state == "problem"

    tmp_path.joinpath("deep").mkdir()
    tmp_path.joinpath("deep", "Some.TTF").touch()
    assert computer.look_at_fonts() == good("fonts", f"in {tmp_path}")


def test_a_data_folder_that_cannot_be(monkeypatch, tmp_path):
    tmp_path.joinpath("file").touch()
    monkeypatch.setenv("CASS_DATA", str(tmp_path / "file" / "data"))

    data, cache = computer.look_at_disk()

    assert (data.state, cache.state != "problem") == ("problem", True)
    assert "CASS_DATA" in data.advice


def test_a_model_that_is_gone(monkeypatch):
    monkeypatch.setattr(parts, "DEFAULT_MODEL", "nosuch")

    assert parts.look_at_models()[0].state == "problem"


def test_ffmpeg_is_asked_in_another_process(monkeypatch):
    versions, missing, _ = parts._ask_ffmpeg()
    monkeypatch.setattr(parts, "isolated_call", lambda *_: (versions, missing, os.getpid()))

    assert parts.look_at_ffmpeg().state == "problem"
