"""The data as a whole: numbered releases, made by ``make_release``, kept as files and served at ``/data/``."""
