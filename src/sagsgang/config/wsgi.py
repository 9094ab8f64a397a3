"""What the web server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from sagsgang.config.lifeline import hold

hold()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sagsgang.config.settings")
application = get_wsgi_application()
# What is loaded stays loaded: looking through it for garbage would hold up a page for 30 ms now and then.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
