"""The desk's own template tags."""
