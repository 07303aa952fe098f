"""What the site writes to stderr: JSON lines for machines, or plain lines for people."""

import contextvars
import logging

from django.core.exceptions import ImproperlyConfigured
from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

FORMATS = ("json", "text")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")

request_id = contextvars.ContextVar("request_id", default=None)


class RequestIdFilter(logging.Filter):
    """Puts the id of the request being answered on every log record."""

    def filter(self, record):
        record.request_id = request_id.get()
        return True


class JsonLines(JsonFormatter):
    """One JSON object a line: time, level, logger, message, request_id, and what the record adds.

    The request itself stays out: its text holds the query string a reader typed.
    """

    def __init__(self):
        super().__init__(
            ["levelname", "name", "message", "request_id"],
            rename_fields={"levelname": "level", "name": "logger", "exc_info": "traceback"},
            reserved_attrs=[*RESERVED_ATTRS, "request"],
            timestamp="time",
            json_ensure_ascii=False,
        )


def configuration(form, level):
    """A logging configuration for ``form`` ('json' or 'text'); raises ImproperlyConfigured for any other word."""
    if form not in FORMATS:
        raise ImproperlyConfigured(f"DJANGO_LOG_FORMAT is {form!r}; it is either 'json' or 'text'.")
    if level not in LEVELS:
        raise ImproperlyConfigured(f"DJANGO_LOG_LEVEL is {level!r}; it is one of {', '.join(LEVELS)}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": RequestIdFilter}},
        "formatters": {
            "json": {"()": JsonLines},
            "text": {"format": "{asctime} {levelname:7} {message}", "style": "{", "datefmt": "%H:%M:%S"},
        },
        "handlers": {
            "stderr": {"class": "logging.StreamHandler", "filters": ["request_id"], "formatter": form},
        },
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
            # Each answer has its own line already; these two keep what went wrong.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
            "diplomacy": {"handlers": ["stderr"], "level": level, "propagate": False},
            "timeline": {"handlers": ["stderr"], "level": level, "propagate": False},
            "gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        },
    }
