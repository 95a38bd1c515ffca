"""Playback by the computer's clock, whatever sound device the computer has."""

import pytest

from app.playback.devices import player
from app.playback.devices.audio_output import OutputFailedError
from app.playback.transport import Transport
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
def transport(qapp, no_device, mix, timeline):
    transport = Transport(mix, timeline)
    transport.set_tracks(tracks_of(noise_stems(48_000 * 4)))
    yield transport
    transport.close()
