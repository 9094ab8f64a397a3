"""What a page shows, read through `visible_to` into one frozen dataclass."""
