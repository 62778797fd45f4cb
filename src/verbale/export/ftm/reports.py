"""Reports as `Article`, and `Documentation`: which entity an article has, with the sentences that say it."""

from collections.abc import Iterable, Mapping

from followthemoney.proxy import EntityProxy

from verbale.export.ftm.proxies import Cells, make_id, make_proxy
from verbale.record.queries.claim_rows import ClaimRow


def identify_report(claim: ClaimRow) -> str:
    """The id of the article that a claim is in."""
    return make_id("report", claim.report_id)


def source_of(claim: ClaimRow) -> Cells:
    """Where an entity is from: the article, its publisher and address, the claim and its sentence."""
    return {
        "proof": identify_report(claim),
        "publisher": claim.publisher,
        "sourceUrl": claim.url,
        "summary": claim.evidence[2],
        "recordId": claim.id,
    }


def make_article(claim: ClaimRow) -> EntityProxy:
    """The article; its text stays in the record."""
    values: Cells = {
        "title": claim.title or claim.report_id,
        "publisher": claim.publisher,
        "sourceUrl": claim.url,
        "publishedAt": claim.published.isoformat() if claim.published else None,
        "language": "eng",
    }
    return make_proxy("Article", identify_report(claim), values)


def document(claim: ClaimRow, sentences: Mapping[str, Iterable[str]]) -> Iterable[EntityProxy]:
    """A `Documentation` for each entity of an article.

    Args:
        claim: any claim of the article.
        sentences: by id of an entity, the sentences that name it.
    """
    article = identify_report(claim)
    for entity in sorted(sentences):
        values: Cells = {
            "document": article,
            "entity": entity,
            "summary": sorted(set(sentences[entity])),
            "date": claim.published.isoformat() if claim.published else None,
        }
        yield make_proxy("Documentation", make_id("documentation", article, entity), values)
