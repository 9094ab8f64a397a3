"""Joins the addresses of the rooms."""

from django.urls import include, path

urlpatterns = [path("", include("sagsgang.portal.urls"))]
