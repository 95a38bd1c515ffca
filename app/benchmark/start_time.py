"""A process of its own: how long it takes from its start to the window on screen."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory


def main(begun_at: float) -> None:
    """Show the window and print the seconds since `begun_at`, by the wall clock."""
    from app.environment.settings import Settings
    from app.environment.settings_store import SettingsStore
    from app.main_window import MainWindow
    from app.program import make_application

    with TemporaryDirectory() as folder:
        settings = Settings(SettingsStore(Path(folder) / "settings.json"))
        application = make_application(settings)
        window = MainWindow(settings)

        def end() -> None:
            sys.stdout.write(f"{time.time() - begun_at:.3f} {int('torch' in sys.modules)}\n")
            window.close()
            application.quit()

        window.shown.connect(end)
        window.show()
        application.exec()


if __name__ == "__main__":
    main(float(sys.argv[1]))
