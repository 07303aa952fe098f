"""What was understood, told to the editor."""

from django.utils.translation import gettext as _

from ..dates import date_words, edtf, weekday_words


def when_text(when):
    """A ``When`` as a form shows it for changing: 2017-03-20, 2016-12-15/2016-12-16, 2014-03."""
    return edtf(*when)


def understood(when):
    """A ``When`` in words of the active language, with what to check it by: the day of the week, or what is open."""
    words = {"date": date_words(*when)}
    if when.precision == "month":
        return _("%(date)s, no day known") % words
    if when.precision == "year":
        return _("%(date)s, no month known") % words
    if when.start == when.end:
        return _("%(weekday)s, %(date)s") % (words | {"weekday": weekday_words(when.start)})
    words |= {"first": weekday_words(when.start), "last": weekday_words(when.end)}
    return _("%(date)s, %(first)s to %(last)s") % words
