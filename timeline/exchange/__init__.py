"""The record out of the editors' desk and back: CSV, XLSX and the fixtures' own YAML.

All three hold the rows of the loader, by natural key; what a row may say, how faults are found and how rows are written
is the loader's own. A package for import and export would bring a second model of every table, its own keys, its own
dry run row by row through ``save()``, and would know nothing of drafts, changes that wait and versions.
"""
