"""The pictures of the sounds that were shown last, by what they are of."""

from collections.abc import Container

from app.tiles.drawn_sound import DrawnSound
from app.tiles.tile_cache import TileCache
from app.tiles.tile_grid import USUAL_GRID, TileGrid
from cass_core.clips import AudioSource

_MOST_SOUNDS = 7  # four lanes, and those that were shown last


class KnownSounds:
    """One `DrawnSound` for each sound. Not safe from several threads: whoever asks holds a lock.

    Attributes:
        grid: of the tiles of all of them.
    """

    def __init__(self, tile_cache: TileCache) -> None:
        """Know none yet.

        Args:
            tile_cache: for the tiles of all.
        """
        self.grid = USUAL_GRID
        self._tile_cache = tile_cache
        self._sounds: dict[str, DrawnSound] = {}  # by identity, the last used at the end

    def set_grid(self, grid: TileGrid) -> None:
        """Show spectra of another length of all sounds."""
        self.grid = grid
        for sound in self._sounds.values():
            sound.set_grid(grid)

    def use(self, identity: str, source: AudioSource) -> DrawnSound:
        """What is known of a sound, now the last used one.

        Args:
            identity: the same for the same samples.
            source: to read them from.

        Returns:
            Its pictures, which know nothing yet where it is new.
        """
        sound = self._sounds.pop(identity, None)
        if sound is None:
            sound = DrawnSound(identity, source, self._tile_cache, self.grid)
        else:
            sound.set_source(source)
        self._sounds[identity] = sound
        return sound

    def forget_old(self, shown: Container[str]) -> None:
        """Keep the last used sounds and those whose identities are shown."""
        for identity in list(self._sounds)[: max(len(self._sounds) - _MOST_SOUNDS, 0)]:
            if identity not in shown:
                del self._sounds[identity]
