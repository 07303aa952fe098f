"""Why a whole file is refused."""


class RefusedError(Exception):
    """A file that is not read at all, or no further: ``words`` say why and what to do, ``place`` where."""

    def __init__(self, words, place=""):
        super().__init__(words)
        self.words = words
        self.place = place
