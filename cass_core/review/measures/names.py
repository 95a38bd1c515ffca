"""The names of the measures, which are also those of the evidence that each alone looks at."""

CELLS = "cells"
"""The network of suspicion, and the evidence that is always there."""

HANDOVER = "handover"
SHARED_SOUND = "shared-sound"
VOICES = "voices"
SEEN_SPEECH = "seen-speech"
OTHER_SEPARATION = "other-separation"
OPINIONS = "opinions"
PUBLISHED_TAGGER = "published-tagger"

ADDED = (
    HANDOVER, SHARED_SOUND, VOICES, SEEN_SPEECH, OTHER_SEPARATION, OPINIONS, PUBLISHED_TAGGER,
)  # fmt: skip
"""All that add to the network."""

BY_DEFAULT = (SHARED_SOUND, VOICES, OTHER_SEPARATION)
"""Those that take part unless others are named."""
