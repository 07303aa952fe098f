"""What lists with a query string share: faults shown above the form, and one page of rows."""

from http import HTTPStatus
from typing import NamedTuple

from django.utils.functional import cached_property
from django.views.generic import TemplateView

from ..filters import DEFAULT_PAGE_SIZE
from ..paging import NO_SUCH_PAGE, NoSuchPage, Page, page_of
from ..refusals import refused


class Choice(NamedTuple):
    """One value that a control of the form offers."""

    value: str
    label: str
    chosen: bool


class Control(NamedTuple):
    """A control of the form: a parameter with the values that it takes."""

    name: str
    label: str
    choices: list


class FilteredList(TemplateView):
    """A list that answers a query string: ``filter_class`` reads it, ``controls`` names what the form offers."""

    filter_class = None
    controls = ()
    page_size = DEFAULT_PAGE_SIZE

    @cached_property
    def selection(self):
        """The query string, read and checked."""
        return self.filter_class(self.request.GET)

    def get(self, request, *args, **kwargs):
        faults, page = self.page()
        return refused(request, faults, lambda: self.shown(faults, page)) if faults else self.shown(faults, page)

    def shown(self, faults, page):
        """The page with the rows, or with what was not understood."""
        context = self.get_context_data(page=page, faults=faults, selection=self.selection, form=self.form())
        return self.render_to_response(context, status=self.status(faults))

    @staticmethod
    def status(faults):
        """The answer's status: a page beyond the end is not there, anything else was not understood."""
        if not faults:
            return HTTPStatus.OK
        beyond = all(fault.code == NO_SUCH_PAGE for fault in faults)
        return HTTPStatus.NOT_FOUND if beyond else HTTPStatus.BAD_REQUEST

    def page(self):
        """The faults of the query string, and the page asked for; an empty page if there are faults."""
        nothing = Page([], 1, 1, 0)
        if not self.selection.is_valid():
            return self.selection.faults, nothing
        try:
            return [], page_of(self.selection, self.page_size, self.count)
        except NoSuchPage as beyond:
            return [beyond.fault], nothing

    @property
    def count(self):
        """How many rows the list holds."""
        return self.selection.qs.count()

    def form(self):
        """The ``Control``s of the form, with what was asked for chosen."""
        return [self.control(name) for name in self.controls]

    def control(self, name):
        """One ``Control``, its values in the order of their labels."""
        question = self.selection.filters[name]
        asked = self.selection.query.get(name) or self.request.GET.getlist(name)
        labels = {value: self.label(name, question, record) for value, record in self.values(name, question).items()}
        choices = [Choice(value, label, value in asked) for value, label in labels.items()]
        return Control(name, str(question.label), sorted(choices, key=lambda choice: choice.label))

    def values(self, name, question):
        """What a control offers: a mapping of values to records or labels."""
        return question.find(question.all())

    def label(self, name, question, record):
        """What a reader calls a value."""
        return str(question.label_of(record))
