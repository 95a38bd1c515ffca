"""What sounds in an effect or in a voice without words, in one word, told from its name."""

import re

# the first kind whose pattern is found decides
_EFFECTS = {
    "walla": r"walla|crowd|inaudible-chatter",
    "explosions": r"explo|firework|bomb|combustion",
    "footsteps": r"foot|step|walk|plmove",
    "guns": r"gun|rifle|pistol|bullet|\bar-(fire|burst)|reload|laser|plasma|launcher|rocket"
    r"|-cock\b|atreides",
    "rain": r"(?<!t)rain|drizzle",
    "doors": r"door|window(?!s)|trunk|cargo",
    "fights": r"melee|sword|stab|cutting|bash|bite|\bhit|-hit|swing|whoosh|woosh|swoosh|impact"
    r"|shield|throw|unarmed|weapon|bow-|bows|\bmiss\b",
    "thunder": r"thunder|lightning|(?<!snow)storm",
    "wind": r"wind\b|wind-\d|snow|flurries",
    "underwater": r"underwater|submarine|deepocean|whale|dolphin",
    "water": r"water|river|stream|ocean|waves|beach|bubble|drip|drop|boil|splash|fluid|slosh"
    r"|sink|lava|squeeze",
    "fire": r"fire|fuse|match|ignition|sizzle|smoke",
    "insects": r"cricket|cicada|\bbees?\b|beehive|grasshopper",
    "birds": r"bird|crow|\bowl|eagle|hawk|nightingale|gull|woodpecker|duck|toucan|parrot"
    r"|peacock|quail|vulture|penguin",
    "creatures": r"zombie|monster|feral|xeno|ghost|growl|angry|demon|alien|bear|leopard|tiger"
    r"|jaguar|gorilla|snarl|roar",
    "animals": r"animal|dog|puppy|cat\b|cat-|cow|sheep|horse|gallop|pig|wolf|coyote|frog|bat\b"
    r"|mouse|squirrel|raccoon|snake|cobra|sea-lion|croco|croak|bison|primate",
    "aircraft": r"air-?plane|jet\b|jet-|helicopter|shuttle",
    "vehicles": r"vehicle|car\b|car-|engine|motor|\bv8|gear|horn|train|traffic|highway|road|street"
    r"|boat|ambulance|wipers|skates",
    "household machines": r"dryer|shaver|washing|laundry|fan\b|compressor|vinyl|projector|clock"
    r"|watch",
    "machines": r"machine|typewriter|generator|laboratory|construction|geiger|supermatter|electric"
    r"|internals|static|powersink",
    "glass": r"glass|ceramic|bottle|plate-",
    "keyboard": r"keyboard",
    "keys": r"\bkeys|coin|lighters|handcuffs",
    "dishes": r"dish|tray",
    "claps": r"clap|snap",
    "paper and cloth": r"paper|book|page|newsprint|poster|zipper|stamp|balloon",
    "tools": r"tool|saw\b|shears|scissors|dig|dug|chalk|pencil|node-|chop|scrape|metal|wood|stone"
    r"|chain|concrete|brick|plastic|tree|fence|shovel|hammer",
    "interface": r"beep|menu|bell|error|eye-|id-insert|computer|countdown|locator|toggle",
    "magic": r"spell|magic|artifact|teleport|potion",
    "places": r"jungle|forest|night|savanna|plains|bog|nether|weather|ambient|ambience|underground"
    r"|indoors|cave|leaves|meadow",
}
_VOICES = {
    "scream": r"scream",
    "laugh": r"laugh",
    "baby cry": r"baby",
    "crying": r"cry",
    "cough": r"cough",
    "sneeze": r"sneez",
    "yawn": r"yawn",
    "breath": r"breath|sigh|snor|fatigue",
    "whisper": r"whisper",
    "grunt": r"hurt|grunt|pain",
}
OTHER = "other"


def effect_kind(words: str) -> str:
    """The kind of an effect, from its names such as "fire-gun rifle-shot-3"."""
    return _first(_EFFECTS, words)


def voice_kind(words: str) -> str:
    """What a voice without words does, from its names."""
    return _first(_VOICES, words)


def _first(kinds: dict[str, str], words: str) -> str:
    plain = words.lower().replace("_", "-")
    return next((kind for kind, signs in kinds.items() if re.search(signs, plain)), OTHER)
