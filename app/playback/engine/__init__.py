"""Mixing of tracks for the device."""
