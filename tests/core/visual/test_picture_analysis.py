"""The whole way from a movie to its features, without faces: no real face may be in a test."""

import shutil
from contextlib import closing
from fractions import Fraction

import av
import numpy as np
import pytest

from cass_core.errors import MediaError, SettingsError
from cass_core.visual import picture_analysis, picture_pass
from cass_core.visual.faces.face_model import FaceModel
from cass_core.visual.feature_layout import CUT, FEATURE_FPS, PRESENCE
from cass_core.visual.heard_picture import load_picture
from cass_core.visual.picture_analysis import analyse_picture
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, Sound, beeps, write_movie

pytestmark = pytest.mark.media

NO_MODEL = "No face model was found."


def features_of(*movie, **start):
    """The two picture streams of a movie."""
    return load_picture(*movie, **start).features


@pytest.fixture(autouse=True)
def no_model(monkeypatch):
    monkeypatch.setattr(
        picture_analysis, "find_face_model", lambda *args, **kwargs: FaceModel(None, NO_MODEL)
    )


@pytest.fixture
def settings(tmp_path):
    return PictureSettings(cache_folder=tmp_path / "cache")


def movie(tmp_path, picture, name="film.mkv"):
    return write_movie(tmp_path / name, picture, [Sound(beeps([0.5], 1.0))])


def changes(features):
    """Times at which the whole picture changes."""
    rows = np.flatnonzero(
        (features.scene[:, :CUT].mean(axis=1) > 0.5) | (features.scene[:, CUT] > 0)
    )
    return features.start_s + rows / FEATURE_FPS


def test_flash_is_felt_at_its_time(tmp_path, settings):
    path = movie(tmp_path, Picture(duration_s=2.0, flashes_s=(1.2,)))
    features = features_of(path, settings)
    assert features.scene.shape == (50, 20)
    assert features.face.shape == (50, 56)
    assert not features.face.any()
    assert changes(features)[0] == pytest.approx(1.2)


def test_rows_are_on_the_clock_of_the_sound(tmp_path, settings):
    path = movie(tmp_path, Picture(duration_s=2.0, flashes_s=(1.2,), start_s=Fraction(2, 5)))
    for start_s in (Fraction(0), Fraction(1, 5), Fraction(1)):
        features = features_of(path, settings, audio_start_s=start_s)
        assert features.start_s == pytest.approx(0.4 - float(start_s), abs=0.03)
        assert changes(features)[0] == pytest.approx(1.6 - float(start_s), abs=0.041)


@pytest.mark.parametrize(
    "picture",
    [
        Picture(size=(64, 48), flashes_s=(1.0,)),
        Picture(fps=Fraction(24000, 1001), flashes_s=(1.001,)),
        Picture(fps=Fraction(50), flashes_s=(1.0,)),
        Picture(fps=Fraction(12), flashes_s=(1.0,)),
        Picture(
            times_s=tuple(Fraction(k * k, 1000) for k in range(45)),
            flashes_s=(float(Fraction(32 * 32, 1000)),),
        ),
    ],
    ids=["tiny", "film", "50 fps", "12 fps", "variable"],
)
def test_any_rate_and_size(tmp_path, settings, picture):
    features = features_of(movie(tmp_path, picture), settings)
    assert len(features.scene) == pytest.approx(50, abs=3)
    assert changes(features)[0] == pytest.approx(1.0, abs=0.06)
    assert np.isfinite(features.scene).all()


def test_picture_of_a_turned_phone_is_upright(tmp_path, settings):
    """The corner that is orange in the file is elsewhere on screen."""
    picture = Picture(rotation_deg=90)
    path = movie(tmp_path, picture, "phone.mp4")
    asked = PictureSettings(cache_folder=settings.cache_folder, with_scene_frames=True)
    frame = load_picture(path, asked).scene_frames[0].astype(int)
    red = frame[..., 0]
    corners = {
        "top left": red[:56, :56], "top right": red[:56, -56:],
        "bottom left": red[-56:, :56], "bottom right": red[-56:, -56:],
    }  # fmt: skip
    assert max(corners, key=lambda name: corners[name].mean()) == "bottom left"


def test_held_pictures_are_one_cut(tmp_path, settings):
    features = features_of(
        movie(tmp_path, Picture(fps=Fraction(5), duration_s=4.0, flashes_s=(2.0,))), settings
    )
    assert np.flatnonzero(features.scene[:, CUT]).tolist() == [50]


def test_grey_picture(tmp_path, settings):
    with av.open(str(tmp_path / "grey.mkv"), "w") as output:
        stream = output.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "gray"
        for level in (51, 51, 51, 51):
            frame = av.VideoFrame.from_ndarray(np.full((48, 64), level, np.uint8), "gray")
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    features = features_of(tmp_path / "grey.mkv", settings)
    np.testing.assert_allclose(features.scene[:, -3:], 0.2, atol=0.01)


def test_movie_without_picture_has_no_features(tmp_path, settings):
    path = write_movie(tmp_path / "sound.wav", None, [Sound(beeps([0.5], 1.0))])
    assert features_of(path, settings) is None
    assert load_picture(path, settings).tracks is None
    notices = [step.notice for step in analyse_picture(path, settings)]
    assert any("has no picture" in notice for notice in notices if notice)


def test_missing_model_is_said_once_a_run(tmp_path, settings):
    path = movie(tmp_path, Picture())
    for _ in range(2):
        notices = [step.notice for step in analyse_picture(path, settings) if step.notice]
        assert notices == [NO_MODEL]
    without = PictureSettings(faces=False, cache_folder=settings.cache_folder)
    assert not any(step.notice for step in analyse_picture(path, without))


def test_progress_rises_to_the_end(tmp_path, settings):
    steps = list(analyse_picture(movie(tmp_path, Picture(duration_s=4.0)), settings))
    done = [step.done_s for step in steps]
    assert done == sorted(done)
    assert done[0] == 0
    assert len(done) >= 4
    assert done[-1] == steps[-1].total_s == pytest.approx(4.0)


def test_second_run_does_not_look_at_the_picture(tmp_path, settings, monkeypatch):
    path = movie(tmp_path, Picture(flashes_s=(1.2,)))
    first = features_of(path, settings)
    monkeypatch.setattr(picture_pass, "read_frames", lambda *args: pytest.fail("looked again"))
    copy = tmp_path / "renamed.mkv"
    shutil.copy2(path, copy)  # with the time of its last change
    again = features_of(copy, settings)
    np.testing.assert_array_equal(first.scene, again.scene)
    assert isinstance(again.scene, np.memmap)


def test_cancelled_run_leaves_nothing(tmp_path, settings):
    path = movie(tmp_path, Picture(duration_s=4.0))
    with closing(analyse_picture(path, settings)) as steps:
        for step in steps:
            if step.done_s > 1:
                break
    assert list(settings.cache_folder.iterdir()) == []
    assert len(features_of(path, settings).scene) == 100


def test_damaged_entry_is_made_anew(tmp_path, settings):
    path = movie(tmp_path, Picture(flashes_s=(1.2,)))
    first = np.array(features_of(path, settings).scene)
    for name in ("scene", "records", "face", "speaker"):
        (array,) = settings.cache_folder.glob(f"*/{name}.npy")
        array.write_bytes(array.read_bytes()[:-8])
        np.testing.assert_array_equal(features_of(path, settings).scene, first)


def test_settings_have_entries_of_their_own(tmp_path, settings):
    path = movie(tmp_path, Picture())
    asked = PictureSettings(
        cache_folder=settings.cache_folder, with_crops=True, with_scene_frames=True
    )
    plain, full = load_picture(path, settings), load_picture(path, asked)
    assert plain.scene_frames is None
    assert full.scene_frames.shape == (8, 224, 224, 3)
    assert full.scene_frames_start_s == pytest.approx(0.0)
    assert full.face_crops.shape == (0, 112, 112)
    assert full.speaker_crops(-2, 5).shape == (7, 112, 112)
    with pytest.raises(SettingsError, match="not asked for"):
        plain.speaker_crops(0, 1)


def test_unreadable_movie_is_a_sentence(tmp_path, settings):
    path = tmp_path / "broken.mp4"
    path.write_bytes(b"this is no movie")
    with pytest.raises(MediaError, match="broken.mp4"):
        features_of(path, settings)
    with pytest.raises(MediaError, match="gone.mp4"):
        features_of(tmp_path / "gone.mp4", settings)


def test_window_of_the_features_is_on_the_same_clock(tmp_path, settings):
    path = movie(tmp_path, Picture(flashes_s=(1.2,)))
    features = features_of(path, settings)
    face, scene = features.window(0.8, 20)
    assert face[:, PRESENCE].sum() == 0
    assert scene[10, : CUT + 1].max() > 0.5


def test_silly_number_of_faces_is_refused():
    with pytest.raises(SettingsError, match="1 to 8"):
        PictureSettings(max_faces=0)
