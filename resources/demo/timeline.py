"""When things happen in the demo movie; sound and picture both read it."""

FPS = 25
DURATION_S = 12.0
RATE_HZ = 48_000
NUM_SAMPLES = int(DURATION_S * RATE_HZ)
NUM_FRAMES = int(DURATION_S * FPS)
WIDTH, HEIGHT = 1280, 720
START_TIMECODE = "01:00:00:00"

PHRASE_STARTS_S = (1.0, 6.9)
BOUNCES_S = (3.9, 4.44, 4.86, 5.19, 5.45, 5.65)
LIGHTNING_S = 9.75
THUNDER_S = 9.95
DOOR_S = 10.75
PLANE_S = (5.7, 6.8)
"""The paper plane enters and leaves the picture."""
