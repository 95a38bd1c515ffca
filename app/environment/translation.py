"""The program's language: which translations there are and how one is put on."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.environment.settings import Settings
from cass_core.resource_files import resource

LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""Languages by code, each named in itself."""

DESKTOP = "desktop"
"""The choice that follows the desktop's language."""

_KEY = "language"
_NO_LANGUAGE = QLocale.Language.C  # of a desktop that says none


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate knows this name
    """Mark a text in a table for the translators; it is translated where it is shown.

    Args:
        context: what `QCoreApplication.translate` will be asked with.
        text: plain English.

    Returns:
        The text itself.
    """
    del context
    return text


def chosen_language(settings: Settings) -> str:
    """What the user chose: a code of `LANGUAGES`, or `DESKTOP`."""
    code = settings.value(_KEY, DESKTOP)
    return code if code in LANGUAGES else DESKTOP


def choose_language(settings: Settings, code: str) -> None:
    """Keep another choice; it is heard at the next start."""
    settings.set_value(_KEY, code)


def language_code(choice: str, locale: QLocale) -> str:
    """The language to speak.

    Args:
        choice: a code of `LANGUAGES`, or `DESKTOP`.
        locale: of the desktop.

    Returns:
        A code of `LANGUAGES`; English where there is no translation.
    """
    code = locale.name()[:2] if choice == DESKTOP else choice
    return code if code in LANGUAGES else "en"


def install_translation(application: QCoreApplication, settings: Settings) -> str:
    """Put the chosen language on, before the first widget is made; numbers and dates follow it.

    Args:
        application: that speaks it from now on.
        settings: where the choice is kept.

    Returns:
        The language's code.
    """
    desktop = QLocale.system()
    code = language_code(chosen_language(settings), desktop)
    is_desktops = code == language_code(DESKTOP, desktop) and desktop.language() != _NO_LANGUAGE
    QLocale.setDefault(desktop if is_desktops else QLocale(code))
    own = resource("translations")
    # Qt's own first: the one that is installed last is asked first
    qts = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for folder, name in ((qts, f"qtbase_{code}"), (own, f"cass_studio_{code}")):
        translator = QTranslator(application)
        if code != "en" and translator.load(name, str(folder)):
            application.installTranslator(translator)
    return code
