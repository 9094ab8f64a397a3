"""Views: parse, one query or one command, render."""
