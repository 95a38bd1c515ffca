"""Lines over time that are drawn in a lane: gain, and how strict a stem is."""
