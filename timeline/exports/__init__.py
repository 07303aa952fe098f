"""The record as files: one query string, one queryset, one renderer a file.

``formats`` lists what there is; ``asked`` reads a request; ``export`` holds the rows that answer it; the other modules
each write one format, chunk by chunk.
"""
