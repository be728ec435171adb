"""The base of everything in a project: frozen, strict, and faithful to members it does not know."""

from __future__ import annotations

from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from workbench.document.refusal import refusal

Key = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=64)]
LONGEST_NAME = 200
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
Words = Annotated[str, Field(max_length=5_000)]
Month = Annotated[str, Field(pattern=r"^[12]\d{3}-(0[1-9]|1[0-2])$")]
Share = Annotated[float, Field(ge=0, le=1)]
Amount = Annotated[float, Field(ge=0)]


class Value(BaseModel):
    """One frozen piece of a project; members of newer programs are kept and written back."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        strict=True,
        allow_inf_nan=False,
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Stop at the first wrong entry of a list: a file with millions would fill the memory."""
        schema = handler(source)
        _stop_early(schema)
        return schema

    def having(self, **changes: object) -> Self:
        """The same value with some members replaced and everything checked again.

        A member set back to None leaves the file unless the file already had it as null. What
        is not replaced stays the very same object. Raises `Refused`.
        """
        members = self._members() | changes
        given = {name: value for name, value in members.items() if self._is_written(name, value)}
        after = validated(type(self), given)
        for name in _fields(self) - changes.keys():
            after.__dict__[name] = getattr(self, name)
        return after

    def _members(self) -> dict[str, object]:
        known = {name: getattr(self, name) for name in self.model_fields_set & _fields(self)}
        return known | (self.__pydantic_extra__ or {})

    def _is_written(self, name: str, value: object) -> bool:
        return value is not None or (
            name in self.model_fields_set and getattr(self, name, None) is None
        )


V = TypeVar("V", bound=Value)


def validated(kind: type[V], members: dict[str, Any]) -> V:
    """Build a value from members, or raise `Refused` with the place and what was expected."""
    try:
        return kind.model_validate(members)
    except ValidationError as error:
        raise refusal(error) from None


def _fields(value: Value) -> set[str]:
    return set(type(value).model_fields)


def _stop_early(schema: Any) -> None:
    """Set what pydantic calls fail_fast on every tuple in a schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "tuple":
            schema["fail_fast"] = True
        for part in schema.values():
            _stop_early(part)
    elif isinstance(schema, list):
        for part in schema:
            _stop_early(part)
