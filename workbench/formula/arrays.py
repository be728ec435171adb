"""Arithmetic on arrays, one element a sample; where one number would have a problem, NaN stands."""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence

import numpy as np

from workbench.formula.arithmetic import COMPARISONS, NO_DUST, Quantity, Thunk
from workbench.formula.syntax import Relation
from workbench.formula.values import Stop


class Arrays:
    """Many samples at once, with the results of `Scalars` in every element."""

    def total(self, values: Sequence[Quantity]) -> Quantity:
        """The sum, element by element."""
        return functools.reduce(operator.add, values)

    def divide(self, left: Quantity, right: Quantity) -> Quantity:
        """Divide; NaN where the divisor is zero."""
        if np.all(right):
            return np.divide(left, right)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(np.equal(right, 0), np.nan, np.divide(left, right))

    def power(self, left: Quantity, right: Quantity) -> Quantity:
        """Raise to a power; NaN where the result is not a finite real number."""
        with np.errstate(all="ignore"):
            result = np.power(np.asarray(left, dtype=float), right)
            # numpy takes 1 for a problem to the power of 0
            known = np.isfinite(result) & ~np.isnan(left) & ~np.isnan(right)
            return np.where(known, result, np.nan)

    def least(self, values: list[Quantity]) -> Quantity:
        """The smallest in each sample."""
        return np.minimum.reduce(np.broadcast_arrays(*values))

    def most(self, values: list[Quantity]) -> Quantity:
        """The largest in each sample."""
        return np.maximum.reduce(np.broadcast_arrays(*values))

    def round(self, value: Quantity, places: Quantity) -> Quantity:
        """Round half away from zero; a half is what a decimal half reads as."""
        size, digits = np.abs(np.asarray(value, dtype=float)), np.trunc(places)
        with np.errstate(all="ignore"):
            tens = 10.0 ** np.abs(digits)
            size = _without_dust(size, _scaled(size, tens, digits))
            units = _scaled(size, tens, digits)
            whole = np.floor(units + 0.5)
            whole -= _unscaled(whole - 0.5, tens, digits) > size
            whole += _unscaled(whole + 0.5, tens, digits) <= size
            rounded = np.where(whole == 0, 0.0, _unscaled(whole, tens, digits))
        result = np.where(units < _NO_FRACTIONS, np.copysign(rounded, value), value)
        return np.where(np.isfinite(digits), result, np.nan)

    def floor(self, value: Quantity) -> Quantity:
        """The whole number below, without binary dust."""
        return np.floor(self._settled(value))

    def compare(self, relation: Relation, left: Quantity, right: Quantity) -> Quantity:
        """Whether the relation holds, in each sample: NaN where a side has no number."""
        holds = COMPARISONS[relation](np.asarray(left), np.asarray(right))
        unknown = np.isnan(left) | np.isnan(right)
        return np.where(unknown, np.nan, holds) if np.any(unknown) else holds

    def choose(self, condition: Quantity, yes: Thunk, no: Thunk) -> Quantity:
        """Both branches, put together by the condition; a branch nobody takes is not computed."""
        unknown = np.isnan(condition)
        if not np.any(unknown):
            if np.all(condition):
                return yes()
            if not np.any(condition):
                return no()
        chosen = np.where(condition, _or_nan(yes), _or_nan(no))
        return np.where(unknown, np.nan, chosen)

    def _settled(self, value: Quantity) -> Quantity:
        """The value as fifteen figures show it, where they show a whole number."""
        value = np.asarray(value, dtype=float)
        near = np.round(value)
        with np.errstate(divide="ignore", invalid="ignore"):
            dust = 0.5 * 10.0 ** (np.floor(np.log10(np.abs(value))) - 14)
            return np.where(np.abs(value - near) <= dust, near, value)


def _or_nan(branch: Thunk) -> Quantity:
    """A branch, NaN where it has the same problem in every sample."""
    try:
        return branch()
    except Stop:
        return np.nan


def _without_dust(size: Quantity, units: Quantity) -> Quantity:
    """Sizes whose units stand close to a half, as their first fifteen figures read."""
    near = np.abs(units - np.floor(units) - 0.5) <= 1e-12 * np.maximum(units, 1)
    doubtful = near & (units < NO_DUST)
    if not np.any(doubtful):
        return size
    settled = np.array(np.broadcast_to(size, np.shape(units)))
    settled[doubtful] = [float(f"{one:.15g}") for one in settled[doubtful]]
    return settled


def _scaled(size: Quantity, tens: Quantity, digits: Quantity) -> Quantity:
    """The size in units of the last digit that stays."""
    if np.ndim(digits) == 0:
        return size * tens if digits >= 0 else size / tens
    return np.where(digits >= 0, size * tens, size / tens)


def _unscaled(units: Quantity, tens: Quantity, digits: Quantity) -> Quantity:
    """Units of the last digit as the size they stand for."""
    if np.ndim(digits) == 0:
        return units / tens if digits >= 0 else units * tens
    return np.where(digits >= 0, units / tens, units * tens)


_NO_FRACTIONS = 2.0**52
ARRAYS = Arrays()
