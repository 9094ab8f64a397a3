"""Open data by OParl 1.1: the archive's register as objects that lead to each other."""
