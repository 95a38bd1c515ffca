"""File names from templates: fields, refused signs, length, and never two the same."""

import pytest

from cass_core.delivery.naming import FIELDS, NameFields, check_template, existing, file_names
from cass_core.errors import SettingsError

ALL = NameFields("Film", "Szene 7 – Straße", "take 2", "2026-11-21", "01:00:00;02", "48000", "24")


def names(template, fields=ALL, tracks=("DX", "FX"), suffix=".wav"):
    made = file_names(
        template, tracks, dict.fromkeys(tracks, fields), dict.fromkeys(tracks, suffix)
    )
    return [made[track] for track in tracks]


@pytest.mark.parametrize(
    ("template", "first"),
    [
        ("{movie}_{stem}", "Szene 7 – Straße_DX.wav"),
        ("{stem} {start}", "DX 01-00-00-02.wav"),
        ("{project}-{version}-{date}-{stem}", "Film-take 2-2026-11-21-DX.wav"),
        ("{stem}_{rate}_{bits}", "DX_48000_24.wav"),
        ("a/b\\c:{stem}?", "a_b_c_DX_.wav"),
        ("  {stem}. . ", "DX.wav"),
        (".{stem}", "_DX.wav"),
        ("{stem}\x07", "DX_.wav"),
        ("日本 {stem}", "日本 DX.wav"),
    ],
)
def test_templates(template, first):
    assert names(template)[0] == first


@pytest.mark.parametrize(
    ("value", "first"),
    [("../../etc", "__.._etc DX.wav"), ("con", "con DX.wav"), ("{stem}", "{stem} DX.wav")],
)
def test_values_are_made_fit_and_never_filled_in_again(value, first):
    assert names("{movie} {stem}", NameFields(movie=value))[0] == first


@pytest.mark.parametrize("device", ["con", "NUL", "Com1"])
def test_names_of_devices(device):
    assert names("{movie}", NameFields(movie=device), ("DX",)) == [f"_{device}.wav"]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{film}_{stem}", "{film}"),
        ("{}_{stem}", "no field"),
        ("{movie_{stem}", "no partner"),
        ("{movie}_{stem", "no partner"),
        ("", "need a name"),
        ("   ", "need a name"),
        ("{movie}", "add {stem}"),
    ],
)
def test_templates_that_cannot_be(template, words):
    with pytest.raises(SettingsError) as raised:
        names(template)
    assert words in str(raised.value)


def test_one_file_needs_no_stem():
    check_template("{movie}", 1)
    assert names("{movie}", tracks=("MIX",)) == ["Szene 7 – Straße.wav"]


@pytest.mark.parametrize("letter", ["x", "ß", "𝄞"])
def test_long_names_keep_the_stem_and_stay_whole_letters(letter):
    fields = NameFields(movie=letter * 300, project="P" * 300, version="v")
    for name in names("{movie}_{project}_{version}_{stem}", fields):
        assert len(name.encode()) <= 225
        assert name.endswith(("_v_DX.wav", "_v_FX.wav"))
    endless = names("{stem}" + "y" * 400)
    assert all(len(name) == 225 for name in endless)
    assert len(set(endless)) == 2


def test_names_of_one_file_under_other_capitals():
    # the stem is cut off where the rest of the template is too long
    with pytest.raises(SettingsError, match="the same name"):
        names("y" * 400 + "{stem}")


def test_bits_may_differ_between_the_tracks():
    fields = {"DX": NameFields(bits="24"), "REMIX": NameFields(bits="32f")}
    made = file_names("{stem}_{bits}", ("DX", "REMIX"), fields, {"DX": ".flac", "REMIX": ".wav"})
    assert made == {"DX": "DX_24.flac", "REMIX": "REMIX_32f.wav"}


def test_all_fields_exist():
    assert all(hasattr(ALL, field) for field in FIELDS if field != "stem")


def test_existing_files(tmp_path):
    (tmp_path / "a.wav").touch()
    assert existing(tmp_path, ["a.wav", "b.wav"]) == (tmp_path / "a.wav",)
    assert existing(tmp_path / "none", ["a.wav"]) == ()
