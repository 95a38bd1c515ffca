"""Networks that tag and embed sound."""
