"""Reading a baseline: all of its findings are known, and written down again they are the same."""

from collections.abc import Iterator

from claimaudit.auditing import audit
from claimaudit.auditing.known import live
from claimaudit.errors import ClaimauditError
from claimaudit.loading.baseline import read_baseline
from claimaudit.render import baseline
from fuzz.inputs import file_with, loaded, require_inside, text_of
from fuzz.seeds import dossiers


def seeds() -> Iterator[bytes]:
    """Yield the baselines of small dossiers."""
    for content in dossiers()[::10]:
        yield baseline.render(live(audit(loaded(content)).findings)).encode("utf-8", "backslashreplace")


def check(content: bytes) -> None:
    """Assert that these bytes are a baseline that can be written again, or are refused where something is wrong."""
    try:
        known = read_baseline(file_with(content, "baseline.json"))
    except ClaimauditError as error:
        require_inside([error.location] if error.location else [], text_of(content))
        return
    written = baseline.render(known)
    again = read_baseline(file_with(written.encode(), "written.json"))
    assert sorted(map(repr, again)) == sorted(map(repr, known))
    assert baseline.render(again) == written
