"""Settings, addresses, and what a process does before anything else. All rooms are joined here."""
