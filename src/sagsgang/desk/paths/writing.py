"""Addresses of the desk: writing."""

from django.urls import URLPattern

paths: list[URLPattern] = []
