"""What editors typed is not lost when their login has expired, or was renewed in another window.

A form of the record that comes without a login is kept in the session, which the login leads on; then it is shown again
as it was typed, and nothing of it is saved before its editor looks at it and saves it. Carrying the fields through the
login page instead would hand them to whoever logs in, and saving them unasked would void the check against forged
requests (CSRF); so only forms are kept that passed that check, in a browser that a signed cookie says an editor used,
for the same editor alone, and not for long.
"""

import functools
import time
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

IN_SESSION = "typed"
COOKIE, SALT = "editor", "timeline.typed"
COOKIE_SECONDS = 60 * 24 * 60 * 60  # longer than any login
KEPT_SECONDS = 12 * 60 * 60
LONGEST = 2_000_000  # letters of a form, encoded
RESTORED = "_restored"  # the field that marks a form shown again
KEPT_MARKS = ("_popup", "_to_field", "_version")  # other fields that start so are buttons, or marks of ours


def keeping(site, guarded):
    """The view ``guarded`` of an ``AdminSite``, which keeps a form that comes without a login."""

    @functools.wraps(guarded)
    def view(request, *args, **kwargs):
        if request.method == "POST" and request.user.is_anonymous and _is_form(request):
            if _keep(request, _last_editor(request)):
                messages.warning(request, _("Your login has expired. What you typed is kept: log in to go on with it."))
            return guarded(request, *args, **kwargs)
        response = guarded(request, *args, **kwargs)
        if site.has_permission(request) and _is_form(request):
            _remember_editor(request, response)
        return response

    return view


def showing_again(view):
    """A view for those logged in, which shows a kept form instead of an untouched one."""

    @functools.wraps(view)
    def shown(request, *args, **kwargs):
        kept = request.session.get(IN_SESSION) if request.method == "GET" else None
        if not kept or kept["path"] != request.get_full_path():
            return view(request, *args, **kwargs)
        del request.session[IN_SESSION]
        if kept["editor"] != request.user.pk or time.time() - kept["at"] > KEPT_SECONDS:
            return view(request, *args, **kwargs)
        return _shown(view, request, kept, *args, **kwargs)

    return shown


def _shown(view, request, kept, *args, **kwargs):
    """The answer to the kept form, which its own check refuses, because it is marked; the database stays as it is."""
    data = QueryDict(mutable=True)
    for name, value in [*parse_qsl(kept["data"], keep_blank_values=True), (RESTORED, "1")]:
        data.appendlist(name, value)
    request.FILES.clear()  # there are none; reading them later would empty what is set here
    request.method, request.POST = "POST", data
    try:
        with transaction.atomic():
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
            transaction.set_rollback(True)
    finally:
        request.method = "GET"
    return response


def again(request):
    """Where to look again at a form that was refused for its token, because its editor logged in anew meanwhile.

    ``None`` unless it is a form of the record, sent from this site by somebody who is logged in.
    """
    own = f"{request.scheme}://{request.get_host()}"
    if not (request.user.is_active and request.user.is_staff and request.headers.get("Origin") == own):
        return None
    if request.method != "POST" or not _is_form(request) or not _keep(request, request.user.pk):
        return None
    return HttpResponseRedirect(request.get_full_path())


def forget(response):
    """The answer to a logout: what comes from this browser afterwards is nobody's."""
    response.delete_cookie(COOKIE, path=_path(), samesite="Lax")
    return response


def _keep(request, editor):
    sent = [(name, values) for name, values in request.POST.lists() if _is_typed(name)]
    data = urlencode(sent, doseq=True)
    if editor is None or len(data) > LONGEST:
        return False
    request.session[IN_SESSION] = {
        "path": request.get_full_path(),
        "data": data,
        "editor": editor,
        "at": time.time(),
    }
    return True


def _is_typed(name):
    return name in KEPT_MARKS or not (name.startswith("_") or name == "csrfmiddlewaretoken")


def _is_form(request):
    """Whether the address is that of a form of the record, which can be shown again."""
    view = request.resolver_match.func
    form = getattr(getattr(view, "model_admin", None), "form", None)
    return view.__name__ in ("add_view", "change_view") and getattr(form, "shows_typed_again", False)


def _last_editor(request):
    """The number of the editor who used this browser last and did not log out, or ``None``."""
    number = request.get_signed_cookie(COOKIE, None, salt=SALT, max_age=COOKIE_SECONDS)
    return int(number) if number and number.isdecimal() else None


def _remember_editor(request, response):
    if _last_editor(request) != request.user.pk:
        response.set_signed_cookie(
            COOKIE,
            str(request.user.pk),
            salt=SALT,
            max_age=COOKIE_SECONDS,
            path=_path(),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _path():
    return reverse("admin:index")
