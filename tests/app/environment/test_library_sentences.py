"""What the library says in English is said in the window's language, whole and with its values."""

import errno
import json
import re
import runpy
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator

from app.environment.error_report import sentence_for
from app.environment.library_sentences import translated
from app.environment.translation import choose_language, install_translation
from cass_core.compute_device import choose_device
from cass_core.errors import MediaError
from cass_core.media.files.container import open_media
from cass_core.resource_files import resource

ROOT = Path(__file__).resolve().parents[3]
PLACE = re.compile(r"\{(\d+)(:n)?\}")
TEMPLATES = json.loads(resource("translations", "library.json").read_text(encoding="utf-8"))


@pytest.fixture(params=["de", "fr"])
def language(request, qapp, settings):
    choose_language(settings, request.param)
    before, locale = qapp.findChildren(QTranslator), QLocale()
    install_translation(qapp, settings)
    yield request.param
    QLocale.setDefault(locale)
    for translator in set(qapp.findChildren(QTranslator)) - set(before):
        qapp.removeTranslator(translator)


def filled(template, point="."):
    """A template with a file's name or a number in each of its places."""
    return PLACE.sub(lambda at: f"{at[1]}{point}25" if at[2] else f"Ton{at[1]}.wav", template)


def test_no_sentence_of_the_library_is_forgotten():
    """`python resources/translations/update.py` collects them anew."""
    script = ROOT / "resources" / "translations" / "library_sentences.py"
    assert runpy.run_path(str(script))["library_templates"]() == TEMPLATES
    assert len(TEMPLATES) > 250


def test_every_sentence_is_found_again_from_its_values(language):
    table = json.loads((ROOT / f"resources/translations/{language}.json").read_text("utf-8"))
    sentences = [text for text in TEMPLATES if text.endswith(".")]
    wrong = {
        text: translated(filled(text))
        for text in sentences
        if translated(filled(text)) != filled(table[text], ",")
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("sentence", "german"),
    [
        ("CPU (12 cores)", "CPU (12 Kerne)"),
        ("a.mov: 3 damaged packets of the sound were skipped.",
         "a.mov: 3 beschädigte Pakete wurden übersprungen (Ton)."),
        ("The GPU ran out of memory: fewer windows at once.",
         "Der Grafikkarte ging der Speicher aus: weniger Fenster auf einmal."),
        ("/a/b needs 1.5 GB but 200.0 MB are free; make room or choose another folder.",
         "/a/b braucht 1,5 GB, frei sind 200,0 MB; schaffen Sie Platz oder wählen Sie einen "
         "anderen Ordner."),
        ("MP4 files cannot hold all that was in the movie; left out: a subtitle track, an "
         "attachment.",
         "MP4-Dateien fassen nicht alles, was im Film war; weggelassen: eine Untertitelspur, ein "
         "Anhang."),
        ("The sound of all is missing, one channel and 5.1 channels.mov carries range control, "
         "which makes it softer in many players; it is left out, so levels are those of the mix.",
         "Der Ton von all is missing, one channel and 5.1 channels.mov trägt eine "
         "Dynamikregelung, die ihn in vielen Abspielgeräten leiser macht; sie bleibt weg, die "
         "Pegel sind also die der Mischung."),
        ("The separation in /x/run cannot be resumed because it differs in the model (a before, b "
         "now) and the seed (1 before, 2 now); start over or choose another folder.",
         "Die Trennung in /x/run kann nicht fortgesetzt werden, weil sich unterscheidet: das "
         "Modell (vorher a, jetzt b) und der Startwert (vorher 1, jetzt 2); fangen Sie neu an oder "
         "wählen Sie einen anderen Ordner."),
        ("/x/run cannot be used (No space left on device); choose another folder.",
         "/x/run kann nicht verwendet werden (kein Platz mehr auf dem Datenträger); wählen Sie "
         "einen anderen Ordner."),
        ("Nobody has ever said this.", "Nobody has ever said this."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_values_that_are_words_are_translated_and_names_are_not(language, sentence, german):
    assert translated(sentence) == german


@pytest.mark.parametrize("language", ["de"], indirect=True)
def test_what_the_library_really_raises_is_german(language, tmp_path):
    broken = tmp_path / "broken.mov"
    broken.write_bytes(b"")
    with pytest.raises(MediaError) as raised, open_media(broken):
        pass
    assert sentence_for(raised.value) == (
        f"{broken} ist leer; kopieren oder exportieren Sie es noch einmal."
    )
    error = OSError(errno.ENOENT, "No such file or directory", "a.wav")
    assert "(Datei oder Ordner nicht gefunden)" in sentence_for(error)
    assert translated(choose_device("cpu").label).startswith("CPU (")


def test_english_stays_as_it_is():
    for template in TEMPLATES:
        assert translated(filled(template)) == filled(template)
