"""The working house: cases, items, meetings, people. Every write is a command, every command begins with `act`."""
