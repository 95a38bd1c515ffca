from dataclasses import dataclass

from app.tiles.tile_cache import TileShelf


@dataclass
class Thing:
    num_bytes: int


def test_the_least_recently_used_goes():
    shelf = TileShelf(30)
    for name in "abc":
        shelf.put(name, Thing(10))
    assert shelf.get("a") is not None
    shelf.put("d", Thing(10))
    assert shelf.names() == ["c", "a", "d"]
    assert shelf.num_bytes == 30


def test_replaced_and_dropped_things_are_not_counted():
    shelf = TileShelf(30)
    shelf.put("a", Thing(20))
    shelf.put("a", Thing(5))
    shelf.drop("b")
    assert (shelf.num_bytes, len(shelf)) == (5, 1)
    shelf.drop("a")
    assert (shelf.num_bytes, len(shelf)) == (0, 0)


def test_one_thing_stays_however_large():
    shelf = TileShelf(30)
    shelf.put("a", Thing(10))
    shelf.put("b", Thing(100))
    assert shelf.names() == ["b"]
