"""All looks, one after the other."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from cass_core.diagnosis.computer import (
    look_at_disk,
    look_at_fonts,
    look_at_processor,
    look_at_screen,
)
from cass_core.diagnosis.devices import (
    look_at_graphics_card,
    look_at_graphics_libraries,
    look_at_sound,
)
from cass_core.diagnosis.finding import Finding
from cass_core.diagnosis.parts import look_at_ffmpeg, look_at_models, look_at_program


def examine() -> Iterator[Finding]:
    """Look at everything that the program needs; takes some seconds.

    Yields:
        Finding: as soon as it is there.
    """
    try:
        program = version("cass-studio")
    except PackageNotFoundError:
        program = "unknown"
    yield look_at_program(program)
    yield look_at_processor()
    yield look_at_graphics_card()
    yield look_at_graphics_libraries()
    yield look_at_sound()
    yield look_at_screen()
    yield look_at_fonts()
    yield look_at_ffmpeg()
    yield from look_at_models()
    yield from look_at_disk()
