"""Solbjerg Kommune, the fictional municipality: three years of meetings as their minutes would lie in a folder."""
