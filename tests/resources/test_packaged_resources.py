"""A program that was installed has every resource that the program in the repository has."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PREFIX = "share/cass-studio/"

# what makes resources, and what only a checkout can run
FOR_DEVELOPERS = {
    "resources/icons/application/render.py",
    "resources/translations/cass_studio_de.ts",
    "resources/translations/cass_studio_fr.ts",
    "resources/translations/de.json",
    "resources/translations/fr.json",
    "resources/translations/library_sentences.py",
    "resources/translations/update.py",
}
FOLDERS_FOR_DEVELOPERS = ("resources/miniature", "resources/screenshots")


def packaged():
    table = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
    return table["tool"]["setuptools"]["data-files"]


def names(paths):
    return {path.relative_to(ROOT).as_posix() for path in paths if path.is_file()}


def test_every_resource_is_packaged_or_known_to_be_for_developers():
    there = {
        name
        for name in names(ROOT.joinpath("resources").rglob("*"))
        if "__pycache__" not in name and not name.startswith(FOLDERS_FOR_DEVELOPERS)
    }
    taken = names(
        path for patterns in packaged().values() for one in patterns for path in ROOT.glob(one)
    )

    assert there - taken == FOR_DEVELOPERS


def test_a_resource_lies_where_the_installed_program_looks_for_it():
    for target, patterns in packaged().items():
        for pattern in patterns:
            assert target.removeprefix(PREFIX) == str(Path(pattern).parent)
