"""The pages: what to follow, and what is followed already."""
