"""German and French are complete, and say the same with the same placeholders."""

import ast
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import app
from app.environment.library_sentences import CONTEXT as LIBRARY
from app.environment.translation import (
    DESKTOP,
    LANGUAGES,
    choose_language,
    chosen_language,
    install_translation,
    language_code,
)
from cass_core.resource_files import resource

TRANSLATED = [code for code in LANGUAGES if code != "en"]
FIELD = re.compile(r"\{[^{}]*\}|%n|%\d")


def asked_for():
    """Pairs of context and text that the program's source asks translations of."""
    found = set()
    for path in sorted(Path(app.__file__).parent.rglob("*.py")):
        _collect(ast.parse(path.read_text(encoding="utf-8")), "", found)
    library = json.loads(resource("translations", "library.json").read_text(encoding="utf-8"))
    return found | {(LIBRARY, text) for text in library}


def _collect(node, owner, found):
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args[:2]]
        if name == "tr" and texts and isinstance(texts[0], str):
            found.add((owner, texts[0]))
        elif name in ("translate", "QT_TRANSLATE_NOOP") and None not in texts and len(texts) == 2:
            found.add(tuple(texts))
    for child in ast.iter_child_nodes(node):
        _collect(child, owner, found)


def translations(code):
    """(context, text) -> translation, as the .ts file has it; unfinished ones are left out."""
    tree = ElementTree.parse(resource("translations", f"cass_studio_{code}.ts"))
    return {
        (context.findtext("name"), message.findtext("source")): "".join(
            message.find("translation").itertext()
        )
        for context in tree.iter("context")
        for message in context.iter("message")
        if message.find("translation").get("type") != "unfinished"
    }


ASKED = asked_for()


def test_texts_are_found():
    assert ("Actions", "&Open…") in ASKED
    assert ("TransportBar", "Speed of playback") in ASKED
    assert len(ASKED) > 300


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_text_is_translated(code):
    """`python resources/translations/update.py` lists what is missing and makes the files."""
    done = translations(code)
    assert sorted(ASKED - set(done)) == []
    assert [text for pair, text in done.items() if not text.strip()] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_placeholders_mnemonics_and_dots_are_the_same(code):
    for (_, text), translated in translations(code).items():
        assert sorted(FIELD.findall(text)) == sorted(FIELD.findall(translated)), text
        assert text.count("&") == translated.count("&"), text
        assert text.endswith("…") == translated.endswith("…"), text
        assert text.count("\n") == translated.count("\n"), text


@pytest.mark.parametrize("code", TRANSLATED)
def test_compiled_file_says_what_the_source_says(code):
    translator = QTranslator()
    assert translator.load(f"cass_studio_{code}", str(resource("translations")))
    done = translations(code)
    for context, text in ASKED:
        assert translator.translate(context, text) == done[context, text]


@pytest.mark.parametrize(
    ("choice", "locale", "code"),
    [("de", "fr_FR", "de"), (DESKTOP, "fr_CA", "fr"), (DESKTOP, "ja_JP", "en"),
     ("en", "de_DE", "en")],
)  # fmt: skip
def test_language_is_the_users_or_the_desktops(choice, locale, code):
    assert language_code(choice, QLocale(locale)) == code


def test_installed_language_is_spoken(qapp, settings):
    assert chosen_language(settings) == DESKTOP
    choose_language(settings, "de")
    before, locale = qapp.findChildren(QTranslator), QLocale()
    assert install_translation(qapp, settings) == "de"
    try:
        assert QCoreApplication.translate("Actions", "&File") == "&Datei"
        assert QLocale().language() == QLocale.Language.German
    finally:
        QLocale.setDefault(locale)
        for translator in set(qapp.findChildren(QTranslator)) - set(before):
            qapp.removeTranslator(translator)
    assert QCoreApplication.translate("Actions", "&File") == "&File"
    choose_language(settings, "tlh")
    assert chosen_language(settings) == DESKTOP
