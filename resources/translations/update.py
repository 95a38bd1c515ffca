"""Collect all texts of the program and translate them: `python resources/translations/update.py`.

`de.json` and `fr.json` hold the translations by their English text; everything else in this folder
is made from them. Texts without a translation are listed, and the exit code is 1; with `--prune`
translations that nothing asks for any more are dropped.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from library_sentences import library_templates

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
LANGUAGES = ("de", "fr")


def main() -> int:
    """Write the .ts and .qm files; 1 where a translation is missing."""
    with TemporaryDirectory() as folder:
        missing = _update([*_sources(), str(_library_source(Path(folder)))])
    for language, texts in missing.items():
        if texts:
            print(f"{language}: {len(texts)} texts to translate")
            print(json.dumps(dict.fromkeys(texts, ""), ensure_ascii=False, indent=1))
    return 1 if any(missing.values()) else 0


def _sources() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in ROOT.joinpath("app").rglob("*.py"))


def _library_source(folder: Path) -> Path:
    """Keep the library's templates for the program, and write them as lupdate reads them."""
    templates = library_templates()
    table = json.dumps(templates, ensure_ascii=False, indent=1)
    FOLDER.joinpath("library.json").write_text(table + "\n", encoding="utf-8")
    marked = [f'QT_TRANSLATE_NOOP("LibrarySentences", {json.dumps(text)})' for text in templates]
    path = folder / "library_sentences.py"
    path.write_text("\n".join(marked) + "\n", encoding="utf-8")
    return path


def _update(sources: list[str]) -> dict[str, list[str]]:
    """Write the files; what is missing in each language."""
    missing: dict[str, list[str]] = {}
    for language in LANGUAGES:
        path = FOLDER / f"cass_studio_{language}.ts"
        # from nothing each time, so that the JSON file is the only thing to edit
        path.unlink(missing_ok=True)
        _run("pyside6-lupdate", *sources, "-locations", "none", "-target-language", language,
             "-ts", str(path))  # fmt: skip
        table = FOLDER / f"{language}.json"
        known = json.loads(table.read_text(encoding="utf-8"))
        if "--prune" in sys.argv[1:]:
            asked = {
                message.findtext("source") for message in ElementTree.parse(path).iter("message")
            }
            known = {text: known[text] for text in sorted(known) if text in asked}
            table.write_text(
                json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )
        missing[language] = translate_file(path, known)
        _run("pyside6-lrelease", str(path), "-qm", str(path.with_suffix(".qm")))
    return missing


def translate_file(path: Path, known: dict[str, str | list[str]]) -> list[str]:
    """Fill a .ts file in.

    Args:
        path: as lupdate wrote it.
        known: translations by source; a list of forms where the text counts something.

    Returns:
        Texts that have no translation.
    """
    tree, missing = ElementTree.parse(path), dict[str, None]()
    for message in tree.iter("message"):
        source, target = message.findtext("source") or "", message.find("translation")
        assert target is not None
        translated = known.get(source)
        if not translated:
            missing[source] = None
            continue
        target.attrib.pop("type", None)
        if isinstance(translated, str):
            target.text = translated
        else:
            for form, text in zip(target.findall("numerusform"), translated, strict=True):
                form.text = text
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + text + "\n", encoding="utf-8")
    return list(missing)


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0 or "warning" in done.stderr.casefold():
        sys.stderr.write(done.stdout + done.stderr)
    done.check_returncode()


if __name__ == "__main__":
    sys.exit(main())
