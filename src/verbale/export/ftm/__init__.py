"""The record as FollowTheMoney entities: reports, who is in them, offices, sanctions, memberships, events."""
