"""Tests of search, on both databases."""
