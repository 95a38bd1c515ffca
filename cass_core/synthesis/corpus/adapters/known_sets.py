"""The data sets that can be added, by the name that the user types."""

from cass_core.synthesis.corpus.adapters.cineaudiodb import CINEAUDIODB
from cass_core.synthesis.corpus.adapters.dnr import DNR2, DNR3
from cass_core.synthesis.corpus.adapters.extra_effects import FX_EXTRA
from cass_core.synthesis.corpus.adapters.film_music import FILM_MUSIC
from cass_core.synthesis.corpus.adapters.fma import FMA
from cass_core.synthesis.corpus.adapters.lrs3 import LRS3
from cass_core.synthesis.corpus.adapters.set_clip import SourceSet
from cass_core.synthesis.corpus.adapters.sound_classes import ESC50, MS_SNSD
from cass_core.synthesis.corpus.adapters.vggsound import VGGSOUND

SETS: dict[str, SourceSet] = {
    source.name: source
    for source in (
        LRS3,
        VGGSOUND,
        FMA,
        DNR2,
        DNR3,
        CINEAUDIODB,
        FX_EXTRA,
        FILM_MUSIC,
        ESC50,
        MS_SNSD,
    )
}
