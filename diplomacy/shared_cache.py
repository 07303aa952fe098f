"""Redis as Django's cache, without which the site goes on: slower, and counting requests process by process."""

import logging
import time
from functools import wraps
from threading import Lock

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

PATIENCE = 1.0  # seconds for which Redis may keep a reader waiting
PAUSE = 5.0  # seconds until it is tried again


def unless_away(ask, otherwise):
    """The method ``ask`` of a cache; while the server is away, ``otherwise``, which takes the same."""

    @wraps(ask)
    def asking(self, *what, **how):
        if self.outage.lasts():
            return otherwise(self, *what, **how)
        try:
            answer = ask(self, *what, **how)
        except RedisError as error:
            self.outage.begin(error)
            return otherwise(self, *what, **how)
        self.outage.end()
        return answer

    return asking


class SharedCache(RedisCache):
    """Keeps nothing while Redis is away, and logs that once; counters count in this process alone until it is back."""

    def __init__(self, server, params):
        known = {"socket_connect_timeout": PATIENCE, "socket_timeout": PATIENCE, "retry": Retry(NoBackoff(), 1)}
        super().__init__(server, params | {"OPTIONS": known | params.get("OPTIONS", {})})
        self.outage = Outage.of(str(server))
        self.here = LocMemCache(f"while-away:{server}", {})

    get = unless_away(RedisCache.get, lambda self, key, default=None, version=None: default)
    get_many = unless_away(RedisCache.get_many, lambda self, *what, **how: {})
    has_key = unless_away(RedisCache.has_key, lambda self, *what, **how: False)
    set = unless_away(RedisCache.set, lambda self, *what, **how: None)
    set_many = unless_away(RedisCache.set_many, lambda self, data, *what, **how: list(data))
    touch = unless_away(RedisCache.touch, lambda self, *what, **how: False)
    delete = unless_away(RedisCache.delete, lambda self, *what, **how: False)
    delete_many = unless_away(RedisCache.delete_many, lambda self, *what, **how: None)
    clear = unless_away(RedisCache.clear, lambda self: self.here.clear())
    # With these two counters begin and go on; ``decr`` is made of the second.
    add = unless_away(RedisCache.add, lambda self, *what, **how: self.here.add(*what, **how))
    incr = unless_away(RedisCache.incr, lambda self, *what, **how: self.here.incr(*what, **how))


class Outage:
    """The time for which a server is away; one for all threads, each of which has a cache of its own."""

    _known = {}
    _lock = Lock()

    @classmethod
    def of(cls, server):
        """The outage of that server, past or present."""
        with cls._lock:
            return cls._known.setdefault(server, cls())

    def __init__(self):
        self.is_on = False
        self.next_try = 0.0

    def lasts(self):
        """Whether the server is away and it is not yet time to try again."""
        return self.is_on and time.monotonic() < self.next_try

    def begin(self, error):
        """The server did not answer; logged for the first time only."""
        with self._lock:
            is_new, self.is_on, self.next_try = not self.is_on, True, time.monotonic() + PAUSE
        if is_new:
            logger.warning(
                "The cache that CACHE_URL names does not answer (%s). Until it does, every page is made anew and each "
                "process counts the requests of programs for itself.",
                error,
            )

    def end(self):
        """The server answered."""
        if self.is_on:
            with self._lock:
                self.is_on = False
            logger.warning("The cache that CACHE_URL names answers again.")
