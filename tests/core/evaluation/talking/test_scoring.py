"""Right and wrong faces on the same mixtures."""

import numpy as np
import pytest

from cass_core.errors import MediaError
from cass_core.evaluation.talking.mixtures import TalkingClip
from cass_core.evaluation.talking.scoring import (
    FACES,
    TALKING_NAME,
    TalkingJob,
    read_talking,
    score_talking,
    shown_faces,
)
from cass_core.evaluation.talking.table import talking_table
from cass_core.request.settings import SeparationSettings
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.visual.feature_layout import NUM_FACE_FEATURES
from tests.helpers.corpus.evaluation_fakes import opened_model
from tests.helpers.corpus.scene_builders import scene_catalog, speech_like


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    scene_catalog(folder, split="test")
    return ClipPool(Catalog.load(folder), "test")


def clip(name, seconds):
    count = round(25 * seconds)
    face = np.full((count, NUM_FACE_FEATURES), float(len(name)), np.float32)
    face[:, 0] = np.arange(count)
    speech = speech_like(np.random.default_rng(len(name)), seconds).astype(np.float32)
    return TalkingClip(name, speech, face)


CLIPS = [clip("a", 2.0), clip("bb", 1.2)]


@pytest.fixture
def job(pool, tmp_path):
    def make(clips=CLIPS, mixes=1, voices=1):
        settings = SeparationSettings(steps=2)
        return TalkingJob(clips, pool, mixes, opened_model(), settings, tmp_path, voices)

    return make


def test_faces():
    long, short = CLIPS
    faces = shown_faces(long, short)
    assert list(faces) == list(FACES)
    assert faces["none"] is None
    assert faces["right"] is long.face
    assert faces["shuffled"].shape == long.face.shape
    assert sorted(faces["shuffled"][:, 0]) == list(range(50))
    assert not np.array_equal(faces["shuffled"], long.face)
    assert (faces["stranger"][:, 1] == 2).all()
    np.testing.assert_array_equal(faces["stranger"][:, 0], [*range(30), *range(20)])


def test_every_clip_with_every_face(job):
    work = job(mixes=2)
    rows = list(score_talking(work))
    assert [(r.clip, r.mix, r.face) for r in rows] == [
        (name, mix, face) for name in ("a", "bb") for mix in range(2) for face in FACES
    ]
    shown = work.model.separator.pictures[:4]
    assert shown[1] is None
    assert [p.features.face[0, 1] for p in (shown[0], shown[2], shown[3])] == [1, 1, 2]
    assert not any(p.features.scene.any() for p in shown if p)
    assert all(abs(row.si_sdri) < 1e-3 for row in rows)  # the fake gives the mixture
    assert rows[0].mixture != rows[4].mixture


def test_what_stands_on_disk_is_not_separated_again(job, tmp_path):
    first = list(score_talking(job()))
    again = job()
    assert list(score_talking(again)) == first
    assert not again.model.separator.pictures
    with (tmp_path / TALKING_NAME).open("a") as file:
        file.write('{"clip": "a"}\n')
    assert read_talking(tmp_path) == first


def test_two_voices_stand_beside_one(job, tmp_path):
    one = list(score_talking(job()))
    clips = [*CLIPS, clip("ccc", 1.5)]
    two = list(score_talking(job(clips, voices=2)))
    assert {row.voices for row in two} == {2}
    assert not {row.mixture for row in one} & {row.mixture for row in two}
    assert read_talking(tmp_path) == one + two
    with pytest.raises(MediaError, match="Fewer than three"):
        list(score_talking(job(voices=2)))


def test_rows_of_former_versions_have_one_voice(job, tmp_path):
    first = list(score_talking(job()))
    lines = (tmp_path / TALKING_NAME).read_text()
    (tmp_path / TALKING_NAME).write_text(lines.replace(', "voices": 1', ""))
    assert read_talking(tmp_path) == first


def test_one_clip_has_no_stranger(job):
    with pytest.raises(MediaError, match="Fewer than two"):
        list(score_talking(job(CLIPS[:1])))


def test_the_table_has_means(job):
    rows = list(score_talking(job()))
    table = talking_table(rows)
    assert table[0] == ["clip", "face seen", "right face", "no face", "shuffled", "stranger's"]
    assert [row[0] for row in table[1:]] == ["a", "bb", "mean"]
    right = [row.si_sdri for row in rows if row.face == "right"]
    assert table[-1][2] == f"{np.mean(right):.2f}"
