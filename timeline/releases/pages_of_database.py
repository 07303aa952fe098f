"""The pages of an SQLite file without what the library leaves behind on them: what no row uses is zero.

Two versions of the library write the same rows in the same places, but what lies between them, remains of rows that
were moved to another page, differs. https://www.sqlite.org/fileformat2.html says where everything is.
"""

import struct

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
INTERIOR = (INTERIOR_INDEX, INTERIOR_TABLE)
FILE_HEADER = 100  # bytes, on the first page
PAGE_SIZE, CHANGES, VALID_FOR, LIBRARY = 16, 24, 92, 96  # places in it
OLDEST_LIBRARY = 3_007_000  # the one since which the file can be read


def clear(path, roots):
    """Zero the unused bytes of the file at ``path``, whose tables and indexes begin on the pages ``roots`` (from 1).

    The header then says of its making that the oldest library wrote it at once. The file must have been vacuumed.
    """
    with path.open("r+b") as file:
        _name_no_library(file)
        pages = Pages(file)
        todo = [1, *roots]
        while todo:
            todo += pages.clear(todo.pop())


def _name_no_library(file):
    for place, number in ((CHANGES, 1), (VALID_FOR, 1), (LIBRARY, OLDEST_LIBRARY)):
        file.seek(place)
        file.write(struct.pack(">I", number))


class Pages:
    """The pages of an open file, from number 1; one is in memory at a time."""

    def __init__(self, file):
        self._file = file
        file.seek(PAGE_SIZE)
        (self._size,) = struct.unpack(">H", file.read(2))
        self._data = b""

    def clear(self, number):
        """Zero what page ``number`` of a tree does not use; returns the numbers of the pages below it."""
        self._data = self._read(number)
        header = FILE_HEADER if number == 1 else 0
        kind, free, count = struct.unpack_from(">BHH", self._data, header)
        pointers = header + (12 if kind in INTERIOR else 8)
        cells = struct.unpack_from(f">{count}H", self._data, pointers)
        used = [(0, pointers + 2 * count), *((cell, cell + self._length(kind, cell)) for cell in cells)]
        while free:  # the list of free blocks, of which each begins with the place of the next and its own length
            used.append((free, free + 4))
            (free,) = struct.unpack_from(">H", self._data, free)
        self._write(number, self._only(used))
        if kind not in INTERIOR:
            return []
        return [self._number(header + 8), *(self._number(cell) for cell in cells)]

    def _only(self, used):
        """The page with these stretches of it, and zero between them."""
        page = bytearray(self._size)
        for first, last in used:
            page[first:last] = self._data[first:last]
        return page

    def _read(self, number):
        self._file.seek((number - 1) * self._size)
        return self._file.read(self._size)

    def _write(self, number, page):
        self._file.seek((number - 1) * self._size)
        self._file.write(page)

    def _length(self, kind, place):
        """How many bytes the cell at ``place`` has on its page; clears the end of what it has on others."""
        begin = place
        if kind in INTERIOR:
            place += 4  # the page below
        size, place = self._varint(place)
        if kind == INTERIOR_TABLE:
            return place - begin  # what was read is the row's number, and there is nothing else
        if kind == LEAF_TABLE:
            _row, place = self._varint(place)
        here = self._on_page(kind, size)
        if here < size:
            self._clear_overflow(self._number(place + here), size - here)
            here += 4
        return max(place + here - begin, 4)

    def _on_page(self, kind, size):
        """How many bytes of ``size`` stay on the page; the rest goes to pages of its own."""
        most = self._size - 35 if kind == LEAF_TABLE else (self._size - 12) * 64 // 255 - 23
        if size <= most:
            return size
        least = (self._size - 12) * 32 // 255 - 23
        wanted = least + (size - least) % (self._size - 4)
        return wanted if wanted <= most else least

    def _clear_overflow(self, number, left):
        """Zero the end of the last page of a chain that begins on page ``number`` and holds ``left`` bytes."""
        page = self._read(number)
        while left > self._size - 4:
            number, left = struct.unpack_from(">I", page)[0], left - (self._size - 4)
            page = self._read(number)
        self._write(number, page[: 4 + left].ljust(self._size, b"\0"))

    def _number(self, place):
        return struct.unpack_from(">I", self._data, place)[0]

    def _varint(self, place):
        """The number at ``place``, of one to nine bytes, and the place behind it."""
        number = 0
        for byte in self._data[place : place + 8]:
            number = number << 7 | byte & 0x7F
            place += 1
            if byte < 0x80:
                return number, place
        return number << 8 | self._data[place], place + 1
