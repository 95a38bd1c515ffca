"""Pictures of the movie over time, and who speaks in them: a lane."""
