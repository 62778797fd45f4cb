"""Forgetting on request: a report, or a person in all reports. What was said is gone; that it was forgotten stays.

The one place where rows are deleted: whoever asks by law to be forgotten is not helped by rows that are superseded.
"""
