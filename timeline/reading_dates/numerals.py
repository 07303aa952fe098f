"""Numbers as Japanese documents print them: 二〇一七年三月二十日, 平成元年."""

import re

DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"元": 1}
TENS = {"十": 10, "百": 100, "千": 1000}
_SIGNS = "".join((*DIGITS, *TENS))
_BEFORE_A_UNIT = re.compile(f"[{_SIGNS}]+(?=[年月日])")


def with_figures(text):
    """``text`` with Japanese numerals before 年, 月 and 日 in figures."""
    return _BEFORE_A_UNIT.sub(lambda found: str(value_of(found[0])), text)


def value_of(signs):
    """The number that Japanese numerals write, digit by digit (二〇一七) or with tens (二十一)."""
    if not set(signs) & set(TENS):
        return int("".join(str(DIGITS[sign]) for sign in signs))
    total, count = 0, 0
    for sign in signs:
        if sign in TENS:
            total, count = total + (count or 1) * TENS[sign], 0
        else:
            count = DIGITS[sign]
    return total + count
