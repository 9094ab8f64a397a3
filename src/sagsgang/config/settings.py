"""Settings of the machine, all from the environment; `docs/settings.md` names each."""

import os
import shutil
from pathlib import Path
from typing import Any

import dj_database_url

from sagsgang.config.accessibility import Accessibility, day_of
from sagsgang.config.choices import choice
from sagsgang.config.given import address, hosts, number, one_of, page, switched_on
from sagsgang.config.home import home, secret_key
from sagsgang.config.mail import mail, reaches_people
from sagsgang.config.passkeys import passkeys
from sagsgang.config.provider import provider

HOME = home()
SECRET_KEY = os.environ.get("SAGSGANG_SECRET_KEY") or secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = hosts("SAGSGANG_HOSTS", "localhost,127.0.0.1,[::1]")
# Without a proxy that sets the header itself, anybody could send it.
_BEHIND_PROXY = switched_on("SAGSGANG_BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _BEHIND_PROXY else None

AUTHORITY = os.environ.get("SAGSGANG_AUTHORITY") or choice(HOME, "authority") or "Kommunen"
# Three digits before the numbers that we give cases and documents ourselves.
AUTHORITY_CODE = os.environ.get("SAGSGANG_AUTHORITY_CODE") or choice(HOME, "authority_code") or "999"
AUDIENCE = os.environ.get("SAGSGANG_AUDIENCE") or choice(HOME, "audience")
# Whose archive the pages of this process show: "street", or "employees" behind their login. Never both.
PORTAL = one_of("SAGSGANG_PORTAL", ("street", "employees"))
# A time-stamping authority (RFC 3161) and the file of certificates that vouch for it; neither: no stamps.
TIMESTAMP_ADDRESS = os.environ.get("SAGSGANG_TIMESTAMP_ADDRESS", "")
TIMESTAMP_ROOTS = os.environ.get("SAGSGANG_TIMESTAMP_ROOTS", "")
INTAKE = Path(os.environ.get("SAGSGANG_INTAKE") or HOME / "intake")
FILES = Path(os.environ.get("SAGSGANG_FILES") or HOME / "files")
DOCUMENTS = Path(os.environ.get("SAGSGANG_DOCUMENTS") or HOME / "documents")
# The rooms are wired here: the working house attaches files, and only `readers` can read them.
DOCUMENT_READER = "sagsgang.config.apart.contents_apart"
# The program that makes PDF of Office files, "" where there is none; and the largest attachment, in bytes.
LIBREOFFICE = os.environ.get("SAGSGANG_LIBREOFFICE", shutil.which("soffice") or "")
ATTACHMENT_LIMIT = number("SAGSGANG_ATTACHMENT_MB", 100) * 1_000_000
FILE_UPLOAD_HANDLERS = [
    "sagsgang.desk.uploads.Limited",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "sagsgang.archive",
    "sagsgang.core",
    "sagsgang.login",
    "sagsgang.desk",
    "sagsgang.jobs",
    "sagsgang.portal",
    "sagsgang.oparl",
    "sagsgang.alerts",
]
AUTH_USER_MODEL = "login.Account"
AUTHENTICATION_BACKENDS = ["sagsgang.login.backend.LocalAccounts"]
DESK = "/arbejde/"
# Where notices lead to, and how they are sent: without a mail server they lie as files, for whoever tries it out.
# `serve` says where it serves, so that links in mails lead there as long as nobody has named the site.
ADDRESS = address("SAGSGANG_ADDRESS") or address("SAGSGANG_SERVED_AT") or "http://127.0.0.1:8000"
# Open data names things by their addresses: on this host if one is set, else on the one that was asked. And the
# address of the licence that everything in it has, "" while the authority has not chosen one, as the demo has.
OPEN_DATA_ADDRESS = address("SAGSGANG_ADDRESS")
OPEN_DATA_LICENSE = page("SAGSGANG_OPEN_DATA_LICENSE") or choice(HOME, "open_data_license")
# The least time between two makings of the bulk files, in minutes.
BULK_MINUTES = number("SAGSGANG_BULK_MINUTES", 60, least=0)
DEFAULT_FROM_EMAIL = os.environ.get("SAGSGANG_MAIL_FROM", "sagsgang@localhost")
globals().update(mail(os.environ.get("SAGSGANG_MAIL", ""), HOME / "mail"))
# Whether anybody may follow something by mail, and the portal's frame around those pages: rooms are wired here.
FOLLOWING = reaches_people(os.environ.get("SAGSGANG_MAIL", ""), ADDRESS)
STREET = "sagsgang.portal.page"
# Whether people with roles or seats must have a second factor; and the provider that logs them in, {} when none does.
SECOND_FACTOR = switched_on("SAGSGANG_SECOND_FACTOR")
OIDC = provider(os.environ)
# The domain and the address that passkeys are bound to, {} where there can be none.
PASSKEYS = passkeys(ADDRESS, os.environ.get("SAGSGANG_PASSKEY_DOMAIN", ""))
LOGIN_URL = "login:in"
LOGIN_REDIRECT_URL = "desk:front"
CSRF_FAILURE_VIEW = "sagsgang.login.views.door.expired"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MIDDLEWARE = [
    "sagsgang.portal.security.headers",
    "sagsgang.oparl.sharing.headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sagsgang.portal.compress.CompressPages",
    "sagsgang.portal.ranges.parts",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "sagsgang.login.language.follow",
    "django.middleware.common.CommonMiddleware",
    "sagsgang.portal.refusing.RefuseWriting",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sagsgang.login.behind.employees_only",
    "sagsgang.login.demand.first",
    "sagsgang.desk.only_forms.told",
]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _BEHIND_PROXY
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 3600
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _BEHIND_PROXY else 0
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
ROOT_URLCONF = "sagsgang.config.urls"
WSGI_APPLICATION = "sagsgang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
    }
]


def database() -> dict[str, object]:
    """PostgreSQL when `DATABASE_URL` says so, else SQLite in the home folder (write-ahead log, one writer)."""
    if "DATABASE_URL" in os.environ:
        found: dict[str, Any] = {**dj_database_url.parse(os.environ["DATABASE_URL"], conn_max_age=None)}
        # Search terms are long: reading them all costs ten times what PostgreSQL thinks, and their index is there.
        found["OPTIONS"] = {"options": "-c enable_seqscan=off -c jit=off", **found.get("OPTIONS", {})}
        return found
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "sagsgang.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # 2 MB for each thread: the system keeps the file's pages in memory anyway, once for all processes.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-2000;",
        },
    }


DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 365 * 24 * 3600  # every address of a file holds the hash of its content

ACCESSIBILITY = Accessibility(
    email=os.environ.get("SAGSGANG_ACCESSIBILITY_EMAIL", ""),
    phone=os.environ.get("SAGSGANG_ACCESSIBILITY_PHONE", ""),
    updated=day_of(os.environ.get("SAGSGANG_ACCESSIBILITY_UPDATED", "")),
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"a_fault": {"()": "sagsgang.config.faults.Fault"}},
    "formatters": {"wordless": {"()": "sagsgang.config.faults.Wordless"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "filters": ["a_fault"], "formatter": "wordless"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        # Requests that nobody meant well, a foreign Host among them: they got their answer, and are no fault of ours.
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}
