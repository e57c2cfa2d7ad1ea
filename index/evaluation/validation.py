"""JSON of question sets -> checked values, or an error that names the place."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, StringConstraints, ValidationError

from index.errors import QuestionSetError, first_problem

_Model = TypeVar("_Model", bound=BaseModel)

NonBlank = Annotated[str, StringConstraints(pattern=r"\S")]
"""More than white space."""


def validated(model: type[_Model], content: bytes, place: str) -> _Model:
    """Check JSON against a model.

    Raises:
        QuestionSetError: it does not fit; names the place and the path inside, and what was got.

    """
    try:
        return model.model_validate_json(content, strict=True)
    except ValidationError as error:
        problem = first_problem(error)
        got = "" if problem.kind == "json_invalid" else f", got {problem.got!r:.60}"
        path = f"{problem.path}: " if problem.path else ""
        raise QuestionSetError(f"{place}: {path}{problem.message}{got}") from error
