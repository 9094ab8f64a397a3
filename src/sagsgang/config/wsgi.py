"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from sagsgang.config.lifeline import hold

hold()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.config.settings")
application = get_wsgi_application()
