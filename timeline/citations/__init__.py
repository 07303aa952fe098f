"""How to cite what the record shows: meetings, statements, sources, and lists chosen by a query."""
