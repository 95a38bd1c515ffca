"""The time axis that all lanes share."""
