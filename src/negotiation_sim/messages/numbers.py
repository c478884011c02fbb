"""Numbers as each language writes them: decimal sign, thousands, per cent (CLDR, by way of Babel)."""

from __future__ import annotations

from decimal import Decimal


class Numbers:
    """How one language writes numbers. Every language rounds as Python does, so all show the same digits."""

    def __init__(self, lang: str) -> None:
        """Take a language of `messages.LANGUAGES`."""
        self._lang = lang

    def whole(self, value: int) -> str:
        """A whole number, such as "12,345"."""
        return self.decimal(value, 0)

    def decimal(self, value: float, digits: int) -> str:
        """A number with so many decimals, such as "0.50"."""
        return self._written(value, digits, "{0}")

    def signed(self, value: float, digits: int) -> str:
        """A number with its sign also where it is positive, such as "+4.0"."""
        return self._written(value, digits, "+{0};-{0}")

    def percent(self, share: float, digits: int = 0) -> str:
        """A share in [0, 1] in per cent, such as "12.5%"."""
        from babel import Locale

        pattern: str = Locale.parse(self._lang).percent_formats[None].pattern
        return pattern.replace("#,##0", self.decimal(100.0 * share, digits))

    def with_decimal_sign(self, text: str) -> str:
        """A number written with a point, such as "0.75", written with the decimal sign of the language."""
        from babel.numbers import get_decimal_symbol

        return text.replace(".", get_decimal_symbol(self._lang))

    def as_given(self, value: object) -> str:
        """A value of a scenario with the decimals that it has; what is no number stays as it is."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return self.with_decimal_sign(str(value)) if is_number else str(value)

    def _written(self, value: float, digits: int, signs: str) -> str:
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        rounded = Decimal(f"{value:.{digits}f}") + 0  # adding 0 takes the sign from a zero
        return format_decimal(rounded, format=signs.format(pattern), locale=self._lang)
