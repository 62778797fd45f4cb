"""The remarks of OFAC's lists: dates of birth, nationalities, aliases, numbers, between semicolons."""

import re

from verbale.registers.dates import parse_date
from verbale.registers.options import LoadOptions
from verbale.registers.rows import Facts

_BIRTH = re.compile(r"(?:alt\. )?DOB (.+)$")
_COUNTRY = re.compile(r"(?:alt\. )?(?:nationality|citizen) (.+)$")
_GENDER = re.compile(r"Gender (\w+)$")
_ALIAS = re.compile(r"(?:alt\. )?[afn]\.k\.a\. ['\"](.+?)['\"]$")
_NUMBER = re.compile(
    r"(?:alt\. )?(Passport|National ID No\.|Tax ID No\.|SSN|SWIFT/BIC|Registration (?:Number|ID)|Identification "
    r"Number|Vessel Registration Identification|Company Number|D-U-N-S Number) ((?:IMO )?[\w./-]+)"
)


def read_remarks(remarks: str, facts: Facts, options: LoadOptions, schema: str) -> str | None:
    """Put what remarks say into `facts`; the gender they give, or None.

    Short forms in quotation marks are what OFAC calls weak aliases.

    >>> facts = Facts()
    >>> options = LoadOptions(country_code={"Serbia": "rs"}.get)
    >>> read_remarks("DOB 02 Oct 1972; nationality Serbia; Gender Male; a.k.a. 'LALE'.", facts, options, "Person")
    'male'
    >>> list(facts.births), list(facts.countries), list(facts.weak)
    (['1972-10-02'], ['rs'], ['LALE'])
    """
    gender = None
    for part in remarks.rstrip(". ").split(";"):
        text = part.strip().rstrip(".")
        if match := _BIRTH.match(text):
            birth = parse_date(match[1].split(" to ")[0], month_first=True)
            facts.births.update(dict.fromkeys([birth] if birth else []))
        elif match := _COUNTRY.match(text):
            facts.countries.update(dict.fromkeys(options.countries(match[1])))
        elif match := _GENDER.match(text):
            gender = match[1].lower()
        elif match := _ALIAS.match(text):
            facts.add_name(natural_order(match[1], schema), weak=True)
        elif match := _NUMBER.match(text):
            facts.identifiers.setdefault((match[1].rstrip("."), match[2].removeprefix("IMO ")))
    return gender


def natural_order(name: str, schema: str) -> str:
    """A person's name as spoken, from "SURNAME, Given names"; other names as they are.

    >>> natural_order("VULIN, Aleksandar", "Person"), natural_order("ACME CO., LTD.", "Organization")
    ('Aleksandar VULIN', 'ACME CO., LTD.')
    """
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and given and schema == "Person" else name
