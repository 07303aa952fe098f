"""Questions from which facets are counted: which meetings one gets by each value of a facet."""

from django.db import models
from django.db.models import Case, CharField, Exists, F, Value, When
from django.db.models.functions import Cast, Concat, Substr

from .counting import Numbers, record_model

IN_THE_MEETING = {  # the name of the facet and what its values are
    "format": F("format__key"),
    "place": F("place__key"),
    "country": F("place__country"),
    "status": F("status"),
    "confidence": F("confidence"),
    # the month of the first day and, if no day is known, the last day: 2017-03, 2017-03/2017-03-31
    "begun": Concat(
        Substr(Cast("start", CharField()), 1, 7),
        Case(When(precision="day", then=Value("")), default=Concat(Value("/"), Cast("end", CharField()))),
        output_field=CharField(),
    ),
    "last_year": Substr(Cast("end", CharField()), 1, 4),
}
WHAT_IT_HAS = {  # the values of the facet "has" and the questions that they ask
    "statements": "with_statement",
    "discrepancy": "with_discrepancy",
    "number": "with_number",
    "readout-jp": "with_readout_of_japan",
    "readout-ru": "with_readout_of_russia",
}


class FacetQuestions(models.QuerySet):
    """Questions of facets, for meetings."""

    def numbers(self):
        """The numbers (primary keys) of these meetings, in no order."""
        return self.order_by().aggregate(numbers=Numbers("pk"))["numbers"] or []

    def facet(self, name):
        """Which of these meetings one gets by each value of the facet ``name``: pairs of a value and their numbers.

        A value may come in several pairs, a number more than once; no value is None or "".
        """
        if name == "has":
            return [(value, getattr(self, question)().numbers()) for value, question in WHAT_IT_HAS.items()]
        gathered = [_gathered(*how) for how in self._rows_of_facet(name)]
        return [(value, numbers) for rows in gathered for value, numbers in rows if value]

    def _rows_of_facet(self, name):
        """For each table in which the facet stands: its rows, the value, and the column of the meeting's number."""
        if name in IN_THE_MEETING:
            return [(self, IN_THE_MEETING[name], "pk")]
        these = self.order_by().values("pk")
        if name == "participant":
            seats = record_model("Attendance").objects.filter(meeting__in=these)
            return [(seats, F("participant__key"), "meeting")]
        said = record_model("Statement").objects.filter(meeting__in=these)
        if name == "side":
            return [(said, F("side"), "meeting")]
        if name == "issue":
            agendas = self.model.issues.through.objects.filter(meeting__in=these)
            spoken_of = said.model.issues.through.objects.filter(statement__meeting__in=these)
            return [(agendas, F("issue__key"), "meeting"), (spoken_of, F("issue__key"), "statement__meeting")]
        raise ValueError(f"There is no facet {name!r}.")


def _gathered(rows, value, meeting):
    grouped = rows.order_by().values(value_of_facet=value)
    return grouped.annotate(numbers_of_facet=Numbers(meeting)).values_list("value_of_facet", "numbers_of_facet")


class FacetEntryQuerySet(models.QuerySet):
    """What is kept to count facets with."""

    def current(self):
        """All of them if they were made for the version of the record that readers see now, else none."""
        return self.filter(Exists(record_model("DataVersion").objects.filter(number=F("facets_of"))))
