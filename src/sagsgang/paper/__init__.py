"""The Paper, which travels between all rooms: an agenda or minutes as frozen data."""
