"""Claims held against registers: borne out, contradicted, not covered; with the row, the rule, the tolerance."""

from verbale.screening.corroboration.checking import check_claim
from verbale.screening.corroboration.statement import Party, Statement, statements_of_reading
from verbale.screening.corroboration.verdict import Standing, Verdict

__all__ = ["Party", "Standing", "Statement", "Verdict", "check_claim", "statements_of_reading"]
