"""Pictures in time with the sound."""
