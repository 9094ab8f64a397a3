"""Addresses of the desk: meetings."""

from django.urls import URLPattern

paths: list[URLPattern] = []
