"""``/cite/…``: how to cite what has no page of its own, a statement or a list chosen by a query."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.views.generic import TemplateView

from ..exports.nouns import NOUNS
from ..links import query_text
from ..models import Meeting, Statement
from ..offices import offices_for
from ..refusals import StrictPage, refused
from ..views.former import former_page
from .cited import files, lines, site_of
from .works import work_of_list, work_of_statement


class Cite(TemplateView):
    """A work in every style, and written out for reference managers."""

    template_name = "timeline/cite.html"

    def cited(self, work_in, back):
        """What the template shows; ``work_in`` makes the work in a language, ``back`` is the page that it is about."""
        work = work_in(get_language())
        permanent = work_in(settings.LANGUAGE_CODE).url
        return {"work": work, "permanent": permanent, "lines": lines(work_in), "files": files(work), "back": back}


class CiteStatement(StrictPage, Cite):
    """``/cite/statements/<meeting>/<number>/``; of a statement that is no more, what became of it."""

    def get(self, request, meeting, number):
        try:
            return super().get(request, meeting=meeting, number=number)
        except Http404:
            gone = former_page(request, Statement, f"{meeting}#{number}")
            if answer := gone or former_page(request, Meeting, meeting, number):
                return answer
            raise

    def get_context_data(self, meeting, number, **kwargs):
        said = Statement.objects.published().for_lists().select_related("meeting__place")
        statement = get_object_or_404(said, meeting__key=meeting, number=number)
        site, offices = site_of(self.request), offices_for([statement])
        return super().get_context_data(**kwargs) | self.cited(
            lambda language: work_of_statement(site, statement, language, offices), statement.get_absolute_url()
        )


class CiteList(Cite):
    """``/cite/<list>/?<query>``: the list as the query string of its page chooses it."""

    def get(self, request, noun):
        selection = NOUNS[noun].selection(request.GET)
        faults = selection.faults
        if faults:
            return refused(request, faults, lambda: self.page({"faults": faults, "query": request.GET}, 400))
        return self.page(self.context_of(noun, selection))

    def page(self, context, status=200):
        """The page with ``context``."""
        return self.render_to_response(self.get_context_data(**context), status=status)

    def context_of(self, noun, selection):
        """The list as a work."""
        name, site = f"{noun.removesuffix('s')}-list", site_of(self.request)
        return self.cited(
            lambda language: work_of_list(site, selection, NOUNS[noun].label, name, language),
            reverse(f"timeline:{name}") + query_text(selection.pairs()),
        )
