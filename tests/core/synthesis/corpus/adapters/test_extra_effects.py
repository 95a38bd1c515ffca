"""The extra effects: kinds, voices without words, and what is kept back by recording."""

import pytest

from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.adding import add_set
from cass_core.synthesis.corpus.adapters.catalogue_folder import CatalogueRow
from cass_core.synthesis.corpus.adapters.effect_kinds import effect_kind, voice_kind
from cass_core.synthesis.corpus.adapters.extra_effects import FX_EXTRA, split_of
from cass_core.synthesis.corpus.catalog import Catalog
from tests.helpers.corpus.corpus_builders import write_tone
from tests.helpers.corpus.published_sets import write_rows

pytestmark = pytest.mark.media

HEADER = ["file", "stem", "kind", "seconds", "licence", "author", "source"]
FILES = (
    ("moodist/light-rain-0123456789.opus", "FX", "light-rain"),
    ("moodist/cafe-1123456789.opus", "FX", "walla"),
    ("noise-of-life/femalescream-001-2123456789.opus", "DX", "scream"),
    ("noise-of-life/femalescream-067-3123456789.opus", "DX", "scream"),
    ("cdda-cc-sounds/hurt-f-1-4123456789.opus", "FX", "hurt_f"),
    ("dynsurround/silence-5123456789.opus", "FX", "src"),
)


def extra_folder(root, suffix=".wav"):
    """A folder whose table says Opus and whose files have another suffix, as fetched ones do."""
    rows = [
        [file, stem, kind, 1.0, "CC0", "Ann", f"github:a/b@1:{file}"] for file, stem, kind in FILES
    ]
    absent = ["moodist/owl-6123456789.opus", "FX", "owl", 1, "CC0", "", "github:a/b@1:owl.mp3"]
    write_rows(root / "catalogue.csv", HEADER, *rows, absent)
    for seed, (file, *_) in enumerate(FILES):
        write_tone((root / file).with_suffix(suffix), seed)
    return root


def row(file, kind, stem=Stem.FX):
    return CatalogueRow(f"{file}-0123456789.opus", stem, kind, "CC0", "somewhere")


def test_files_get_stem_kind_split_and_attribution(tmp_path):
    found = {clip.path.name: clip for clip in FX_EXTRA.read(extra_folder(tmp_path))}
    by_name = {name: (clip.stem, clip.kind, clip.split, clip.tag) for name, clip in found.items()}
    assert by_name == {
        "light-rain-0123456789.wav": (Stem.FX, "rain", "train", "ambience"),
        "cafe-1123456789.wav": (Stem.FX, "walla", "valid", "ambience"),
        "femalescream-001-2123456789.wav": (Stem.DX, "scream", "train", "nonverbal"),
        "femalescream-067-3123456789.wav": (Stem.DX, "scream", "test", "nonverbal"),
        "hurt-f-1-4123456789.wav": (Stem.DX, "grunt", "train", "nonverbal"),
    }
    rain = found["light-rain-0123456789.wav"]
    assert (rain.licence, rain.attribution) == ("CC0", "Ann")
    assert rain.source == "github:a/b@1:moodist/light-rain-0123456789.opus"


def test_the_kind_stays_with_the_stored_clip(tmp_path):
    *_, report = add_set(tmp_path / "corpus", FX_EXTRA, extra_folder(tmp_path / "extra"))
    assert report.clips == 5
    entries = Catalog.load(tmp_path / "corpus").entries
    assert {entry.kind for entry in entries} == {"rain", "walla", "scream", "grunt"}
    (voice,) = Catalog.load(tmp_path / "corpus").select(Stem.DX, "test")
    assert voice.voice == "noise-of-life/femalescream"


@pytest.mark.parametrize("number", [50, 51, 61, 62, 65, 71])
def test_cuts_beside_a_kept_take_are_left_out(number):
    name = f"noise-of-life/femalescream-{number:03d}"
    assert split_of(row(name, "scream", Stem.DX)) is None


def test_a_recording_is_in_one_split_whatever_its_number():
    for project, kind, name in (
        ("soundfxlibrary", "Swordfight", "swordfight"), ("ss14", "Gunshots", "atreides"),
        ("mod-sounds", "rifle_fire", "rifle-fire"), ("noise-of-life", "Keys", "keys"),
    ):  # fmt: skip
        splits = {split_of(row(f"{project}/{name}-{n:03d}", kind)) for n in range(1, 40)}
        assert len(splits) == 1
        assert splits <= {"valid", "test"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("zombie_growl/sounds-zombie-growl-02", "creatures"),
        ("train/train", "vehicles"),
        ("inside-a-train", "vehicles"),
        ("coyote_howl/sounds-coyote-howl", "animals"),
        ("owl/owl", "birds"),
        ("rifle_cock/sounds-rifle-cock-01", "guns"),
        ("door_close/sounds-door-close-01", "doors"),
        ("rain-on-window/rain-on-window", "rain"),
        ("rain-on-car-roof", "rain"),
        ("explosion/default/explosion-default-1", "explosions"),
        ("Keyboard/keyboard-001", "keyboard"),
        ("unheard-of", "other"),
    ],
)
def test_kinds_are_told_from_names(words, kind):
    assert effect_kind(words) == kind


def test_kinds_of_voices():
    assert voice_kind("ferals/female-anguish-heavy-breathing-1") == "breath"
    assert voice_kind("crying/femalecry-003") == "crying"
    assert voice_kind("voice event/yodel") == "other"


def test_a_folder_without_a_whole_table_is_said(tmp_path):
    with pytest.raises(MediaError, match="catalogue.csv"):
        list(FX_EXTRA.read(tmp_path))
    write_rows(tmp_path / "catalogue.csv", ["file", "stem"], ["a.wav", "FX"])
    with pytest.raises(MediaError, match="licence"):
        list(FX_EXTRA.read(tmp_path))
