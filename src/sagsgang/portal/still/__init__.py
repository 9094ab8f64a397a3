"""The portal as files that any web server can serve."""
