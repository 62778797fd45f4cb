from verbale.model import Status, TraceStep
from verbale.reading.draft import Draft

MEETING = Draft("meet", "meet.with", (3, 4))


def test_a_change_is_noted_with_its_step() -> None:
    planned = MEETING.noted("factuality", "will", status=Status.PLANNED)
    assert planned.status is Status.PLANNED
    assert planned.trace == (TraceStep("factuality", "will"),)


def test_notes_come_one_after_the_other_and_leave_the_first_draft_alone() -> None:
    twice = MEETING.noted("times", "Monday").noted("places", "Riga", actor=(1,))
    assert [step.step for step in twice.trace] == ["times", "places"]
    assert (twice.actor, MEETING.actor, MEETING.trace) == ((1,), (), ())
