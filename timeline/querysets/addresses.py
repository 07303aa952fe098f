"""Which sources are recorded under an address, and which others its host has."""

from django.db import models
from django.db.models import Q

from ..source_addresses import host_of, plain_addresses


class AddressQuestions(models.QuerySet):
    """Questions about the addresses of sources; spellings of one address are compared as one."""

    def at_host(self, address):
        """With an address, or an archived copy, at the host of that address; none if it has no host."""
        host = host_of(address)
        if not host:
            return self.none()
        spellings = {host, host.encode().decode("idna")}
        held = Q()
        for spelling in spellings:
            held |= Q(url__icontains=spelling) | Q(archived_url__icontains=spelling)
        return self.filter(held)

    def recorded_at(self, *addresses):
        """Whose address, or archived copy, is one of these in whatever spelling; empty ones are passed over."""
        wanted = plain_addresses(*addresses)
        found = set()
        for plain in wanted:
            near = self.at_host(plain).values_list("pk", "url", "archived_url")
            found |= {pk for pk, *known in near if plain in plain_addresses(*known)}
        return self.filter(pk__in=found)
