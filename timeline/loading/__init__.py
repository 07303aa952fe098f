"""Fixtures into the database: read, check, save."""

from .faults import Fault, LoadError
from .load import Report, load

__all__ = ["Fault", "LoadError", "Report", "load"]
