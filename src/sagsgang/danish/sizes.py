"""How large a file is, for people."""

from decimal import Decimal

_KILO, _MEGA = 1_000, 1_000_000


def in_units(size: int) -> tuple[Decimal, str]:
    """`size` bytes as a number and its unit, in decimal units as a telephone counts them: 340 and "kB"."""
    if size < _KILO:
        return Decimal(size), "byte"
    kilos = round(Decimal(size) / _KILO)
    return (Decimal(kilos), "kB") if kilos < _KILO else (round(Decimal(size) / _MEGA, 1), "MB")
