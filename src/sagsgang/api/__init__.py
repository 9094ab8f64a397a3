"""Open data in JSON of our own, in the shape that Danish robots know, and in bulk."""
