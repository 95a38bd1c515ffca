"""The two committed sets share no source, and none with training."""

import pytest

from cass_core.errors import MediaError, SettingsError
from cass_core.stem_names import Stem
from cass_core.synthesis.corpus.adapters.catalogue_folder import CatalogueRow
from cass_core.synthesis.corpus.adapters.extra_effects import split_of
from cass_core.synthesis.corpus.package_rules import normalised, place
from cass_core.synthesis.corpus.package_table import package_rules
from cass_core.synthesis.film_sets.recipe import FILM_SETS, LAYERS, load_film_set, read_film_set


@pytest.fixture(scope="module")
def film_sets():
    return [load_film_set(name) for name in FILM_SETS]


def test_the_sets_share_no_source_and_are_long_enough(film_sets):
    valid, test = ({(s.place, s.file) for s in film_set.sources} for film_set in film_sets)
    assert not valid & test
    assert min(len(valid), len(test)) > 150
    assert all(film_set.num_scenes >= 60 for film_set in film_sets)
    assert all({s.layer for s in film_set.sources} == set(LAYERS) for film_set in film_sets)


def test_all_sources_are_kept_back_for_the_set_s_split(film_sets):
    for film_set in film_sets:
        for source in film_set.sources:
            if source.place == "film-music":
                assert source.file.startswith(f"{film_set.split}/{film_set.music_seed}-")
            elif source.place.startswith("debian:"):
                rules = package_rules(source.place.partition(":")[2])
                placement = place(rules, normalised(source.file))
                assert placement.split == film_set.split
                assert placement.stem is LAYERS[source.layer]


def test_extra_effects_of_a_kept_take_are_of_its_split(film_sets):
    for film_set in film_sets:
        takes = [s for s in film_set.sources if "noise-of-life/femalescream" in s.file]
        assert takes
        for take in takes:
            row = CatalogueRow(take.file, Stem.DX, "scream", "", "")
            assert split_of(row) == film_set.split


def test_unknown_and_damaged_sets_are_said(tmp_path):
    with pytest.raises(SettingsError, match="film-valid"):
        load_film_set("film-other")
    path = tmp_path / "set.json"
    for content in ("", "{}", '{"sources": [{"layer": 1}]}', "[]"):
        path.write_text(content)
        with pytest.raises(MediaError, match="description"):
            read_film_set(path)
