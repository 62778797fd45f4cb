"""Errors of Verbale: one tree, each with a slug for programs and a message for people.

    VerbaleError
    ├── ReportError                one report cannot be read; in a batch it becomes a row, the rest go on
    │   ├── MissingFileError         missing-file          nothing is at the path
    │   ├── UnreadableFileError      unreadable-file       permission, broken disk, not a file
    │   ├── EmptyFolderError         empty-folder          a folder without any file
    │   ├── BinaryFileError          binary-file           PDF, Word, image, archive ...
    │   ├── EncodingError            wrong-encoding        bytes that are not the encoding expected
    │   ├── InvalidJsonError         invalid-json          not JSON, or not an object
    │   ├── MissingTextError         missing-text          a JSON report without `text`
    │   ├── FieldTypeError           wrong-field-type      a JSON field of the wrong type
    │   ├── EmptyTextError           empty-text            nothing but white space
    │   ├── NoSentenceError          no-sentence           no two words of letters
    │   ├── TextTooLongError         text-too-long         more characters than settings allow
    │   ├── LanguageError            language-unsupported  a language without a lexicon
    │   ├── BadDateError             bad-date              not YYYY-MM-DD
    │   ├── DateOutOfRangeError      date-out-of-range     in the future, or before 1800
    │   ├── BrokenArchiveError       broken-archive        a WARC record or compressed file that is damaged
    │   ├── BrokenFeedError          broken-feed           neither feed nor sitemap, or an entry without an address
    │   ├── ReaderStoppedError       reader-stopped        the process that read the document broke off, again and again
    │   ├── BadUrlError              bad-url               not http or https, no host, a password in it
    │   ├── FetchingOffError         fetching-off          an address was given, fetching is not switched on
    │   ├── RefusedAddressError      refused-address       the host is on a private or local network
    │   ├── RobotsError              robots-disallowed     the host's robots.txt keeps us out
    │   └── FetchError               fetch-failed          no such host, no answer, an answer that is no page
    ├── UnknownClaimError          unknown-claim         `explain` was asked for a claim that is not there
    ├── GoldError                  bad-gold              annotated reports that cannot be used
    ├── MissingExtraError          missing-extra         an optional part of Verbale is not installed
    ├── StoreError                 store-error           the record cannot be kept or asked
    │   ├── StoreAddressError        bad-store-address     neither a path nor the URL of a known database
    │   ├── NoStoreError             no-store              nothing is kept at the path, or it is no store
    │   ├── StoreVersionError        store-too-new         written by a newer Verbale
    │   └── StoreUnreachableError    store-unreachable     the server or disk does not answer, or is locked
    ├── SearchError                bad-search            a query, filter or cursor that cannot be understood
    ├── RegisterError              bad-register          an official list that cannot be taken or found
    ├── IdentityError              bad-identity          identities that cannot be merged, split or confirmed
    ├── ReviewError                bad-review            a claim is reviewed that is not there, or to what cannot be
    ├── ForgetError                bad-forget            what is to be forgotten is not there, or is no person
    ├── BatchError                 bad-batch             input or output of a batch that cannot be used
    ├── SettingsError              bad-setting           a VERBALE_* variable with a value it cannot have
    ├── OpenAddressError           open-address          `serve` at an address that others reach, without tokens
    ├── FieldMapError              bad-field-map         `--fields` names no corpus and no field
    └── DataError                  bad-data              a shipped or given table breaks its own rules

Every message says what was found, where, and what to do.
"""

from typing import ClassVar


class VerbaleError(Exception):
    """Any error that Verbale raises on purpose; `slug` is stable from version to version.

    >>> str(SettingsError("VERBALE_JOBS is 0: give 1 or more"))
    'VERBALE_JOBS is 0: give 1 or more'
    """

    slug: ClassVar[str] = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message


class ReportError(VerbaleError):
    """One report cannot be read: `report_id` is its id, or the path where it has none.

    >>> MissingTextError("r7", "report r7 has no `text`: add it").to_dict()
    {'report': 'r7', 'error': {'slug': 'missing-text', 'message': 'report r7 has no `text`: add it'}}
    """

    slug = "report-error"

    def __init__(self, report_id: str, message: str) -> None:
        super().__init__(message)
        self.args = (report_id, message)
        self.report_id = report_id

    def to_dict(self) -> dict[str, object]:
        """The row that stands in the output where the reading would have stood."""
        return {"report": self.report_id, "error": {"slug": self.slug, "message": self.message}}


class MissingFileError(ReportError):
    """Nothing is at the path."""

    slug = "missing-file"


class UnreadableFileError(ReportError):
    """Something is at the path, but it cannot be opened or read."""

    slug = "unreadable-file"


class EmptyFolderError(ReportError):
    """A folder without any file that could be a report."""

    slug = "empty-folder"


class BinaryFileError(ReportError):
    """A file that is no text: PDF, Word, image, archive ..."""

    slug = "binary-file"


class EncodingError(ReportError):
    """Bytes that are not text in the encoding expected."""

    slug = "wrong-encoding"


class InvalidJsonError(ReportError):
    """A line or file that is no JSON, or whose JSON is no object."""

    slug = "invalid-json"


class MissingTextError(ReportError):
    """A JSON report without `text`."""

    slug = "missing-text"


class FieldTypeError(ReportError):
    """A JSON report with a field of the wrong type."""

    slug = "wrong-field-type"


class EmptyTextError(ReportError):
    """A report of nothing but white space."""

    slug = "empty-text"


class NoSentenceError(ReportError):
    """A report without two words of letters, so without a sentence."""

    slug = "no-sentence"


class TextTooLongError(ReportError):
    """A report longer than `Settings.max_chars`, or a file larger than `Settings.max_bytes`."""

    slug = "text-too-long"


class LanguageError(ReportError):
    """A report in a language that Verbale has no lexicon for."""

    slug = "language-unsupported"


class BadDateError(ReportError):
    """A date of publication that is no calendar day written YYYY-MM-DD."""

    slug = "bad-date"


class DateOutOfRangeError(ReportError):
    """A date of publication in the future, or before newspapers as we know them (1800)."""

    slug = "date-out-of-range"


class BrokenArchiveError(ReportError):
    """A record of a WARC file, or a compressed file, whose bytes are damaged or cut off."""

    slug = "broken-archive"


class BrokenFeedError(ReportError):
    """Bytes that are neither a feed nor a sitemap, or an entry that leads nowhere."""

    slug = "broken-feed"


class ReaderStoppedError(ReportError):
    """A document over which the process that read it broke off, also when it was read by itself."""

    slug = "reader-stopped"


class BadUrlError(ReportError):
    """An address that cannot be fetched: not http or https, no host, or a password in it."""

    slug = "bad-url"


class FetchingOffError(ReportError):
    """An address was given, but fetching was not asked for."""

    slug = "fetching-off"


class RefusedAddressError(ReportError):
    """A host that stands on a private or local network, which no page may lead to."""

    slug = "refused-address"


class RobotsError(ReportError):
    """A page that the robots.txt of its host asks programs to leave alone."""

    slug = "robots-disallowed"


class FetchError(ReportError):
    """A page that did not come: no such host, no answer in time, an answer that is an error."""

    slug = "fetch-failed"


class UnknownClaimError(VerbaleError):
    """`verbale explain` was asked for a claim that the reading does not have."""

    slug = "unknown-claim"


class GoldError(VerbaleError):
    """A folder of annotated reports, or a file of readings, that cannot be used."""

    slug = "bad-gold"


class MissingExtraError(VerbaleError):
    """A command needs an optional part of Verbale that is not installed.

    >>> str(MissingExtraError.of("record"))
    "this needs an optional part that is not installed: pip install 'verbale[record]'"
    """

    slug = "missing-extra"

    @classmethod
    def of(cls, extra: str) -> "MissingExtraError":
        """The error for an extra of pyproject.toml, with the command that installs it."""
        return cls(f"this needs an optional part that is not installed: pip install 'verbale[{extra}]'")


class StoreError(VerbaleError):
    """The record cannot be kept or asked."""

    slug = "store-error"


class StoreAddressError(StoreError):
    """An address that is neither a path nor the URL of a database that a record can be kept in."""

    slug = "bad-store-address"


class NoStoreError(StoreError):
    """Nothing is kept at the address, or something else than a record."""

    slug = "no-store"


class StoreVersionError(StoreError):
    """The store was written by a newer Verbale, whose tables this one does not know."""

    slug = "store-too-new"


class StoreUnreachableError(StoreError):
    """The server or the disk does not answer, or another program holds the store locked."""

    slug = "store-unreachable"


class SearchError(VerbaleError):
    """A question to the record that cannot be understood: words, a filter, an order, a cursor, a moment."""

    slug = "bad-search"


class RegisterError(VerbaleError):
    """An official list that cannot be read as a whole, or is not in the record; nothing of it was taken."""

    slug = "bad-register"


class IdentityError(VerbaleError):
    """Identities that cannot be merged, split or confirmed as asked; nothing was changed."""

    slug = "bad-identity"


class ReviewError(VerbaleError):
    """A claim is reviewed that is not there, or corrected to what it cannot be."""

    slug = "bad-review"


class ForgetError(VerbaleError):
    """What is to be forgotten is not in the record, or is forgotten already, or is neither report nor person."""

    slug = "bad-forget"


class BatchError(VerbaleError):
    """Input of a batch that is not there, or output that cannot be written."""

    slug = "bad-batch"


class SettingsError(VerbaleError):
    """A VERBALE_* variable with a value it cannot have."""

    slug = "bad-setting"


class OpenAddressError(VerbaleError):
    """`verbale serve` was asked to serve at an address that others can reach, and no token is set."""

    slug = "open-address"


class FieldMapError(VerbaleError):
    """A mapping of fields that names no known corpus and no field of a report."""

    slug = "bad-field-map"


class DataError(VerbaleError):
    """A table of data that breaks its own rules."""

    slug = "bad-data"
