"""The pages: each view parses the address, asks one query and renders."""
