"""A file's bytes to lines, and lines to a Paper with its doubts. Nothing is guessed in silence."""
