"""Countries and currencies that are offered; any other code can be typed."""

from __future__ import annotations

from workbench.base.languages import Language
from workbench.presenters.inspector.rows import Option
from workbench.presenters.measures import currency_sign

COUNTRIES = (
    "RU", "BY", "KZ", "UZ", "KG", "TJ", "AM", "AZ", "GE", "MD", "UA", "RS", "TR", "AE", "IL",
    "US", "GB", "CA", "AU", "IE", "DE", "AT", "CH", "FR", "ES", "IT", "PT", "NL", "BE", "PL",
    "CZ", "SK", "HU", "RO", "BG", "GR", "CY", "LT", "LV", "EE", "FI", "SE", "NO", "DK",
    "CN", "IN", "JP", "KR", "SG", "TH", "VN", "ID", "MY", "BR", "MX", "AR", "ZA", "EG", "NZ",
)  # fmt: skip
CURRENCIES = (
    "RUB", "USD", "EUR", "KZT", "BYN", "UZS", "GBP", "KGS", "AMD", "AZN", "GEL", "TJS", "UAH",
    "RSD", "TRY", "AED", "ILS", "CHF", "PLN", "CZK", "CNY", "INR", "CAD", "AUD",
)  # fmt: skip


def country_options(language: Language, held: str) -> tuple[Option, ...]:
    """Countries by name, with the one that is held even if it is not offered."""
    names = language.locale.territories
    codes = COUNTRIES if held in ("", *COUNTRIES) else (held, *COUNTRIES)
    return tuple(Option(code, names.get(code, code), code) for code in codes)


def currency_options(language: Language, held: str) -> tuple[Option, ...]:
    """Currencies by code, with sign and name beside it."""
    names = language.locale.currencies
    codes = CURRENCIES if held in ("", *CURRENCIES) else (held, *CURRENCIES)
    return tuple(Option(code, _coded(code), names.get(code, "")) for code in codes)


def _coded(code: str) -> str:
    sign = currency_sign(code)
    return code if sign == code else f"{code} {sign}"
