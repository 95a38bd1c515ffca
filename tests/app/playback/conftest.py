"""Playback by the computer's clock, whatever sound device the computer has."""

import pytest

from app.playback.devices import player
from app.playback.devices.audio_output import OutputFailedError
from app.playback.playback import Playback
from app.project.stem_mix import StemMix
from app.project.timeline import Timeline
from tests.helpers.playback.playback_rig import noise_stems, tracks_of


@pytest.fixture
def no_device(monkeypatch):
    def refuse(*_request):
        raise OutputFailedError("there is none")

    monkeypatch.setattr(player, "DeviceOutput", refuse)
    monkeypatch.setattr(player, "look_again", lambda: None)
    monkeypatch.setattr(player, "list_devices", lambda: ())


@pytest.fixture
def mix():
    return StemMix()


@pytest.fixture
def timeline():
    return Timeline()


@pytest.fixture
def playback(qapp, no_device, mix, timeline):
    playback = Playback(mix, timeline)
    playback.transport.set_tracks(tracks_of(noise_stems(48_000 * 4)))
    yield playback
    playback.close()


@pytest.fixture
def transport(playback):
    return playback.transport
