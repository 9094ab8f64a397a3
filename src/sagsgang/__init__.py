"""Sagsgang: the way of a case through the boards of a Danish municipality."""
