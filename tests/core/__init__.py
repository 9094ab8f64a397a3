"""Tests of the working house."""
