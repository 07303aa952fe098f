"""The way of the record from an editor's hand to readers: whole documents, versions, states, what waits.

One form of a record serves all of it: the rows of its fixture (``document``). Versions keep them, a difference compares
them, a merge joins them, a preview shows them, and what is accepted is put back from them. A package that keeps rows
by table would need all of this beside it, and could not say what readers saw.
"""
