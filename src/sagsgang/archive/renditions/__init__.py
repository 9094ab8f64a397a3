"""Prints that somebody asked for besides the sealed one: large print, one item, with attachments, Word."""
