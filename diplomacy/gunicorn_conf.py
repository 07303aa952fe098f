"""How gunicorn serves the site; every setting can still be given on its command line."""

import os
import signal

from diplomacy import logs

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 60
graceful_timeout = 20
keepalive = 5
max_requests = 10_000
max_requests_jitter = 1_000
control_socket_disable = True
# The site writes its own access line, with the request's id.
accesslog = None
logconfig_dict = logs.configuration(
    form=os.environ.get("DJANGO_LOG_FORMAT", "json"), level=os.environ.get("DJANGO_LOG_LEVEL", "INFO")
)


def post_worker_init(worker):
    """Ctrl-C reaches workers and master alike: the master alone tells its workers to end.

    A worker that is told twice at once can wait for itself, until the master kills it after ``graceful_timeout``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
