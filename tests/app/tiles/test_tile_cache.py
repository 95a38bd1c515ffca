from dataclasses import dataclass

from app.tiles.tile_cache import TileCache


@dataclass
class Thing:
    num_bytes: int


def test_the_least_recently_used_goes():
    tile_cache = TileCache(30)
    for name in "abc":
        tile_cache.put(name, Thing(10))
    assert tile_cache.get("a") is not None
    tile_cache.put("d", Thing(10))
    assert tile_cache.names() == ["c", "a", "d"]
    assert tile_cache.num_bytes == 30


def test_replaced_and_dropped_things_are_not_counted():
    tile_cache = TileCache(30)
    tile_cache.put("a", Thing(20))
    tile_cache.put("a", Thing(5))
    tile_cache.drop("b")
    assert (tile_cache.num_bytes, len(tile_cache)) == (5, 1)
    tile_cache.drop("a")
    assert (tile_cache.num_bytes, len(tile_cache)) == (0, 0)


def test_one_thing_stays_however_large():
    tile_cache = TileCache(30)
    tile_cache.put("a", Thing(10))
    tile_cache.put("b", Thing(100))
    assert tile_cache.names() == ["b"]
