"""What a rule is, and what it looks at. Knows no single rule."""

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from claimaudit.config import Config
from claimaudit.finding import Severity
from claimaudit.location import Route
from claimaudit.model import Claim, Dossier, Evidence, Source, Stance
from claimaudit.provenance import Provenance, Range, Side, Verdict
from claimaudit.provenance.bearing import Bearing
from claimaudit.report import INPUT_RULES, RuleReport
from claimaudit.text import tag_key
from claimaudit.text.cues import ReadList, cues_of, possible_cues
from claimaudit.text.docstrings import docstring_of


class AuditedClaim:
    """A claim with all that was counted on it."""

    def __init__(self, claim: Claim, index: int, provenance: Provenance) -> None:
        self.id, self.claim, self.index, self.provenance = claim.id, claim, index, provenance

    @property
    def route(self) -> Route:
        """The way to the claim in the dossier."""
        return ("claims", self.index)

    def evidence_route(self, index: int) -> Route:
        """The way to one piece of its evidence."""
        return (*self.route, "evidence", index)

    def counted_evidence(self, stance: Stance = "supports") -> Iterator[tuple[Route, Evidence]]:
        """Yield its evidence of that stance that counts, with the way to each piece, in the order of the file."""
        left_out = {piece.position for piece in self.provenance.register.not_counted(self.claim)}
        for index, piece in enumerate(self.claim.evidence):
            if piece.stance == stance and index not in left_out:
                yield self.evidence_route(index), piece

    def evidence_on(self, source: str, stance: Stance = "supports") -> Route:
        """The way to the first piece of evidence of that stance that counts and names the source."""
        return self._evidence_on[stance][source]

    @cached_property
    def _evidence_on(self) -> dict[Stance, dict[str, Route]]:
        stances: tuple[Stance, ...] = ("supports", "contradicts")
        return {
            stance: {piece.source: route for route, piece in reversed(list(self.counted_evidence(stance)))}
            for stance in stances
        }

    def premises(self) -> Iterator[tuple[Route, str]]:
        """Yield the claims that it rests on, with the way to where each is named."""
        for number, members in enumerate(self.claim.rests_on):
            for member, premise in enumerate(members):
                yield (*self.route, "rests_on", number, member), premise

    @cached_property
    def support(self) -> Side:
        """What supports it."""
        return self.provenance.support(self.id)

    @cached_property
    def against(self) -> Side:
        """What contradicts it."""
        return self.provenance.against(self.id)

    @property
    def origins(self) -> Range:
        """Its independent origins at the outlet level, the headline."""
        return self.support.outlet

    @property
    def has_one_origin(self) -> bool:
        """Whether a single origin is all it can have; a lower bound of one proves nothing."""
        return self.origins.high == 1 and self.origins.high_exact

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on its support."""
        return self.provenance.verdict(self.id)

    @property
    def is_speculative(self) -> bool:
        """Whether status or tag mark it as conjecture."""
        return self.claim.status == "speculative" or self.has_tag("speculative")

    def has_tag(self, tag: str) -> bool:
        """Return whether the claim bears the tag in any spelling."""
        return self.tag_route(tag) is not None

    def tag_route(self, tag: str) -> Route | None:
        """Return the way to the tag in the spelling that the claim gives it, or None."""
        key = tag_key(tag)
        return next(
            (
                (*self.route, "tags", index)
                for index, own in enumerate(self.claim.tags)
                if tag_key(own) == key
            ),
            None,
        )

    @property
    def is_in_own_voice(self) -> bool:
        """Whether the text says it in its own voice, or says that it was checked."""
        return self.claim.status in ("asserted", "confirmed")


class AuditedDossier:
    """What rules look at: the dossier, what its claims rest on, what the user chose, and the day."""

    def __init__(self, dossier: Dossier, provenance: Provenance, config: Config, today: date) -> None:
        self.dossier, self.provenance, self.config, self.today = dossier, provenance, config, today

    def only(self, claim_id: str) -> "AuditedDossier":
        """Return the same as if that claim were the only one to be checked: a rule may look at the others all the same."""
        other = AuditedDossier(self.dossier, self.provenance, self.config, self.today)
        alone = tuple(claim for claim in self.claims if claim.id == claim_id)
        vars(other).update(
            all_claims=self.all_claims, claim=self.claim, unchecked=self.unchecked, claims=alone
        )
        return other

    @cached_property
    def claims(self) -> tuple[AuditedClaim, ...]:
        """The claims that could be checked whole, in the order of the files."""
        unchecked = self.unchecked
        if not unchecked:
            return self.all_claims
        return tuple(claim for claim in self.all_claims if claim.id not in unchecked)

    @cached_property
    def live_claims(self) -> tuple[AuditedClaim, ...]:
        """The claims that could be checked whole and that the text still makes: not those retracted."""
        return tuple(claim for claim in self.claims if claim.claim.status != "retracted")

    @cached_property
    def claims_of_one(self) -> tuple[AuditedClaim, ...]:
        """The live claims of which a single origin is all that they can have."""
        return tuple(claim for claim in self.live_claims if claim.has_one_origin)

    @cached_property
    def claims_of_several(self) -> tuple[AuditedClaim, ...]:
        """The live claims that may have several independent origins."""
        ranges = ((claim, claim.origins) for claim in self.live_claims)
        return tuple(claim for claim, found in ranges if found.high > 1 or not found.high_exact)

    def claims_that_may_say(self, *lists: ReadList, added: tuple[str, ...] = ()) -> Iterator[AuditedClaim]:
        """Yield the live claims in whose text a cue of the lists may stand; all of them where cues are `added`."""
        if added:
            return iter(self.live_claims)
        cues = cues_of(*lists)
        return (claim for claim, possible in self._possible_cues if possible & cues)

    @cached_property
    def _possible_cues(self) -> Sequence[tuple[AuditedClaim, int]]:
        found = ((claim, possible_cues(claim.claim.text)) for claim in self.live_claims)
        return [(claim, possible) for claim, possible in found if possible]

    @cached_property
    def argued_claims(self) -> tuple[AuditedClaim, ...]:
        """The live claims that rest on others."""
        return tuple(claim for claim in self.live_claims if claim.claim.rests_on)

    @cached_property
    def claims_that_say_how(self) -> tuple[AuditedClaim, ...]:
        """The live claims of which some evidence says itself how its source knows."""
        telling = self.dossier.claims_that_say_how
        return tuple(claim for claim in self.live_claims if claim.index in telling)

    @cached_property
    def contradicted_claims(self) -> tuple[AuditedClaim, ...]:
        """The live claims that some evidence speaks against, whether that evidence stands or not."""
        declared = self.provenance.register.declared
        return tuple(claim for claim in self.live_claims if declared(claim.claim, "contradicts"))

    @cached_property
    def claims_short_of_evidence(self) -> tuple[AuditedClaim, ...]:
        """The live claims of which some evidence does not count."""
        not_counted = self.provenance.register.not_counted
        return tuple(claim for claim in self.live_claims if not_counted(claim.claim))

    @cached_property
    def all_claims(self) -> tuple[AuditedClaim, ...]:
        """All claims, in the order of the files."""
        return tuple(
            AuditedClaim(claim, index, self.provenance) for index, claim in enumerate(self.dossier.claims)
        )

    @cached_property
    def claim(self) -> dict[str, AuditedClaim]:
        """All claims by id."""
        return {claim.id: claim for claim in self.all_claims}

    @cached_property
    def unchecked(self) -> frozenset[str]:
        """Ids of claims that lost a part to an error in the input, or that rest on what did."""
        bad_sources, bad_claims = self.dossier.unsound_sources, self.dossier.unsound_claims
        if not bad_sources and not bad_claims:
            return frozenset()
        found = set(bad_claims)
        for claim in self.all_claims:
            nodes = (*claim.support.network.nodes, *claim.against.network.nodes)
            if any(node.source in bad_sources or node.claim in bad_claims for node in nodes):
                found.add(claim.id)
        return frozenset(found)

    def minimum_for(self, claim: AuditedClaim) -> int:
        """Return how many independent origins the house asks for a claim."""
        return self.config.minimum_for(claim.claim.tags, claim.claim.section)

    def sources(self) -> Iterator[tuple[Route, Source]]:
        """Yield the sources that could be read whole with the way to each, in the order of the files."""
        for index, source in enumerate(self.dossier.sources):
            if source.id not in self.dossier.unsound_sources:
                yield ("sources", index), source

    def source_route(self, source_id: str) -> Route:
        """Return the way to a source."""
        return ("sources", self._source_index[source_id])

    @cached_property
    def _source_index(self) -> dict[str, int]:
        return {source.id: index for index, source in enumerate(self.dossier.sources)}

    @cached_property
    def bearing(self) -> Bearing:
        """What the claims that could be checked lead to, and which of them fall without what."""
        return Bearing(self.provenance, [claim.id for claim in self.claims])

    @cached_property
    def claims_against(self) -> dict[str, list[AuditedClaim]]:
        """For each source the claims that it speaks against, in the order of the files."""
        found: dict[str, list[AuditedClaim]] = {}
        for claim in self.claims:
            for source in dict.fromkeys(source for _, source in claim.against.network.sources()):
                found.setdefault(source, []).append(claim)
        return found


class Observation(NamedTuple):
    """What a rule saw: a finding before it has a place, a waiver or a fingerprint.

    `key` tells apart findings of one rule on one claim and source; it holds no place in a list, for to put a thing
    elsewhere in a file makes no new finding of it. Where a finding is of several entries alike (`is_of_several`),
    claim and source are only where it is shown, and the key alone tells it apart. `related` are other places and
    what they are.
    """

    rule: "Rule"
    message: str
    route: Route
    severity: Severity
    claim: str | None = None
    source: str | None = None
    help: str = ""
    related: tuple[tuple[str, Route], ...] = ()
    key: str = ""
    is_of_several: bool = False


class Rule(NamedTuple):
    """One rule: its code and name, never reused; its usual severity; its page; and what it looks for.

    `check` yields observations in the order of the files, reads no file and imports no other rule. `doc` is the
    docstring of its module, None where Python was told to strip it. What a rule finds that `reads_wording` is never
    an error, for words alone prove nothing; `severity_is_chosen` where the house gives each finding its own. With
    `by_claim` it goes claim by claim, and what it finds on one depends on no other but those that this one rests on.
    """

    code: str
    name: str
    severity: Severity
    since: str
    doc: str | None
    check: Callable[[AuditedDossier], Iterator[Observation]]
    reads_wording: bool = False
    severity_is_chosen: bool = False
    by_claim: bool = False

    @property
    def severities(self) -> tuple[Severity, ...]:
        """What the house may say that its findings count as, the worst first; nothing where that is fixed."""
        if self.code in INPUT_RULES or self.severity_is_chosen:
            return ()
        return tuple(worth for worth in Severity if not (self.reads_wording and worth is Severity.ERROR))

    @property
    def title(self) -> str:
        """The first line of the page, without the code."""
        return self._parts[0]

    @property
    def page(self) -> str:
        """The rule's page in Markdown."""
        title, rest = self._parts
        return f"# {self.code} {self.name}: {title}\n{rest}\n"

    @property
    def _parts(self) -> tuple[str, str]:
        """The title, and what follows it."""
        doc = self.doc or docstring_of(sys.modules[self.check.__module__])
        first, _, rest = doc.strip().partition("\n")
        return first.partition(":")[2].strip().rstrip("."), rest.rstrip()

    @property
    def told(self) -> RuleReport:
        """What a reader is told of it."""
        return RuleReport(self.code, self.name, self.severity.value, self.since, self.title, self.page)

    def on_claim(  # noqa: PLR0913  what a finding may say
        self,
        claim: AuditedClaim,
        message: str,
        *,
        help: str = "",  # noqa: A002  SARIF's word
        severity: Severity | None = None,
        route: Route | None = None,
        source: str | None = None,
        related: tuple[tuple[str, Route], ...] = (),
        key: str = "",
        is_of_several: bool = False,
    ) -> Observation:
        """Return what was seen on a claim, at its id unless `route` says better."""
        place, worth = route or claim.route, severity or self.severity
        return Observation(self, message, place, worth, claim.id, source, help, related, key, is_of_several)

    def on_source(  # noqa: PLR0913  what a finding may say
        self,
        route: Route,
        source: str | None,
        message: str,
        *,
        help: str = "",  # noqa: A002  SARIF's word
        severity: Severity | None = None,
        related: tuple[tuple[str, Route], ...] = (),
        key: str = "",
        is_of_several: bool = False,
    ) -> Observation:
        """Return what was seen on a source, or on an entry that is neither claim nor source."""
        worth = severity or self.severity
        return Observation(self, message, route, worth, None, source, help, related, key, is_of_several)
