"""How Danish administration writes: dates, deadlines, outcomes, numbers, money. Pure functions of text."""
