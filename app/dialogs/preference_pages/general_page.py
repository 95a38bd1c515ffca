"""Theme, language and where work is kept safe."""

from PySide6.QtWidgets import QApplication

from app.dialogs.preference_pages.form_page import FormPage, choice_box
from app.environment.settings import Settings
from app.environment.translation import DESKTOP, LANGUAGES, choose_language, chosen_language
from app.look.theme import choose_theme, chosen_theme
from cass_core.resource_files import user_data_folder


class GeneralPage(FormPage):
    """The first page."""

    def __init__(self, settings: Settings) -> None:
        """Show what is chosen.

        Args:
            settings: where the choices are kept.
        """
        super().__init__()
        self._settings = settings
        self.name_page(self.tr("General"))
        themes = {
            "dark": self.tr("Dark"),
            "light": self.tr("Light"),
            "desktop": self.tr("As the desktop"),
        }
        self.theme = choice_box(themes, chosen_theme(settings))
        self.theme.activated.connect(self._on_theme_activated)
        self.add_control(self.tr("Theme"), self.theme, self.tr("Colours of the window"))
        languages = {DESKTOP: self.tr("As the desktop")} | LANGUAGES
        self.language = choice_box(languages, chosen_language(settings))
        self.language.activated.connect(self._on_language_activated)
        self.add_control(
            self.tr("Language"), self.language, self.tr("Language of menus and sentences")
        )
        self._restart = self.add_words(
            self.tr("Another language is spoken from the next start on.")
        )
        self._restart.hide()
        folder = str(user_data_folder() / "autosave")
        self.add_words(
            self.tr(
                "Edits are kept safe every 20 seconds, also in projects that were never saved:"
                "\n{folder}"
            ).format(folder=folder)
        )

    def _on_theme_activated(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            choose_theme(application, self._settings, self.theme.currentData())

    def _on_language_activated(self) -> None:
        choose_language(self._settings, self.language.currentData())
        self._restart.show()
