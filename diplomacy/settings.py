"""Settings of the site, read from the environment and safe by default.

A development start needs no variable. ``DJANGO_ENV=production`` wants a secret key and the names of the hosts, and
refuses to start without them. docs/settings.md lists every variable.
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from diplomacy import environment, logs
from diplomacy.environment import BASE_DIR, PRODUCTION, VAR_DIR, env

DEBUG = not PRODUCTION and env.bool("DJANGO_DEBUG", True)

SECRET_KEY = environment.secret_key()
SECRET_KEY_FALLBACKS = env.list("DJANGO_SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = environment.allowed_hosts()
SITE_HOST = environment.site_host(ALLOWED_HOSTS)  # in the UID of events and the id of entries, which must never change
CSRF_TRUSTED_ORIGINS = env.list("DJANGO_CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "diplomacy.apps.EditorsAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "axes",
    "csp",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "modelsearch",
    "rest_framework",
    "sortedm2m",
    "timeline",
]

MIDDLEWARE = [
    "diplomacy.requests.RequestMiddleware",
    "timeline.api.middleware.ApiHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "diplomacy.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "diplomacy.compression.PublicGZipMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",  # for what throttle and conditions answer themselves, errors too
    "diplomacy.languages.PathLanguageMiddleware",  # before all that answers itself, or the last reader's speaks on
    "timeline.throttle.ThrottleMiddleware",
    "timeline.conditional.ConditionalMiddleware",
    "csp.middleware.CSPMiddleware",  # for pages with a policy of their own, which stays with the kept answer
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "diplomacy.reading.ReadOnlyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "diplomacy.urls"
WSGI_APPLICATION = "diplomacy.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# The record

DATABASES = {"default": environment.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MODELSEARCH_BACKENDS = {
    "default": {"BACKEND": "timeline.search.backend", "AUTO_UPDATE": False, "SEARCH_CONFIG": "simple"}
}
CACHES = {"default": environment.cache()}
# How long an answer is kept for whoever asks the same next; a published change makes all of them unreachable.
KEEP_ANSWERS_SECONDS = env.int("KEEP_ANSWERS_SECONDS", 600)

# Editors

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# Five wrong passwords for a name from one address close the door on that pair; axes keeps count in the database,
# so that all processes share it.
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_FAILURE_LIMIT = env.int("LOGIN_FAILURE_LIMIT", 5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOGIN_COOLOFF_MINUTES", 15))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "diplomacy.requests.client_address"
AXES_LOCKOUT_CALLABLE = "diplomacy.errors.locked_out"
AXES_VERBOSE = False
# What one file may hold that an editor imports.
IMPORT_MAX_MEGABYTES = env.int("IMPORT_MAX_MEGABYTES", 10)
IMPORT_MAX_ROWS = env.int("IMPORT_MAX_ROWS", 20_000)

# A meeting in review for longer is shown to all on the board of the desk.
REVIEW_DAYS = env.int("REVIEW_DAYS", 14)
# How long a link to a preview shows what is not published to whoever has it; the log does not tell it.
PREVIEW_LINK_DAYS = env.int("PREVIEW_LINK_DAYS", 14)
KEPT_FROM_LOG = r"(?<=/preview/)[^/]+"

# Safety

HTTPS = env.bool("DJANGO_HTTPS", PRODUCTION)
PROXY_COUNT = env.int("DJANGO_PROXY_COUNT", 0)
if PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = env.int("DJANGO_HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS and env.bool("DJANGO_HSTS_SUBDOMAINS", False)
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = int(timedelta(days=7).total_seconds())
CSRF_FAILURE_VIEW = "diplomacy.errors.csrf_failure"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a meeting of sixty statements has more than a thousand

# The admin keeps to it as well; the documentation of the API alone adds images within its stylesheet.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# What other sites may show in a frame: it runs no script, sends no form, and loads nothing but its stylesheets.
EMBEDDED_PATH = r"/(?:[a-z]{2}/)?embed/"
EMBEDDED_CONTENT_SECURITY_POLICY = {
    "default-src": [NONE],
    "style-src": [SELF],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": ["*"],
}

# Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ru", "Русский"), ("ja", "日本語")]
LOCALE_PATHS = [BASE_DIR / "diplomacy" / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True  # years and keys in templates are kept as they are by |unlocalize
USE_TZ = True
TIME_ZONE = "UTC"

# Files

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
RELEASES_DIR = Path(env.str("RELEASES_DIR", str(VAR_DIR / "releases")))  # of the data as a whole, kept for good
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "whitenoise.storage.CompressedManifestStaticFilesStorage"
            if PRODUCTION
            else "django.contrib.staticfiles.storage.StaticFilesStorage"
        )
    },
}
# Pages name the hashed files only, and nobody waits for a source map: that halves the time of a first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("jpg", "jpeg", "png", "gif", "webp", "zip", "gz", "br", "woff", "woff2", "map")

# The log

LOGGING = logs.configuration(
    form=env.str("DJANGO_LOG_FORMAT", "json" if PRODUCTION else "text"),
    level=env.str("DJANGO_LOG_LEVEL", "INFO"),
)

# The API

API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", 600)  # from one address; 0 for no limit
REST_FRAMEWORK = {
    "URL_FORMAT_OVERRIDE": None,  # ``format`` is a word of the record
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "timeline.api.negotiation.WeighedNegotiation",
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "timeline.api.schema.RecordSchema",
    "EXCEPTION_HANDLER": "timeline.api.problems.handle",
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "Russia–Japan Meetings",
    "VERSION": "1",
    "DESCRIPTION": "The sourced record of diplomatic meetings between Russia and Japan, 2013–2019. Read only, no key.",
    "LICENSE": {"name": "CC BY 4.0 (the record)", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "SERVERS": [{"url": "/"}],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SORT_OPERATION_PARAMETERS": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": [],  # the words of a list stand where they are used, not under a name of their own
}
SITE_NAME = _("Russia–Japan Meetings")
