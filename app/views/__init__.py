"""Widgets that show state and ask for changes; none of them knows another."""
