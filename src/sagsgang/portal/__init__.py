"""The public pages, feeds and calendars, out of the archive alone."""
