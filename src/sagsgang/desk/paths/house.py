"""Addresses of the desk: house."""

from django.urls import URLPattern

paths: list[URLPattern] = []
