"""The routes below /api/v1, one module a subject."""

from fastapi import APIRouter

from verbale.web.api import (
    about,
    changes,
    checks,
    claims,
    decisions,
    dossiers,
    events,
    identities,
    registers,
    reports,
    screening,
    ties,
)
from verbale.web.api.answering import PROBLEMS

router = APIRouter(prefix="/api/v1", responses=PROBLEMS)

for subject in (
    reports,
    claims,
    identities,
    dossiers,
    events,
    ties,
    changes,
    screening,
    checks,
    registers,
    decisions,
    about,
):
    router.include_router(subject.router)
