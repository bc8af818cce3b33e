"""One audit: its findings, its report and its cards, each worked out when it is first asked for.

What only some commands ask for is imported when it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from claimaudit import progress
from claimaudit.auditing.known import Known, gone, with_known
from claimaudit.auditing.reporting import (
    report_claim,
    report_outlets,
    report_sources,
    sentence_on_unchecked,
    summarise,
)
from claimaudit.auditing.waivers import ON_WAIVERS, Waivers
from claimaudit.config import Config
from claimaudit.finding import Finding, KnownFinding, Related, Severity, Waived
from claimaudit.location import Route
from claimaudit.model import Dossier
from claimaudit.provenance import provenance_of
from claimaudit.provenance.bearing import Kind
from claimaudit.report import (
    INPUT_RULES,
    CardKind,
    CheckReport,
    ClaimCard,
    ClaimReport,
    DropReport,
    EntryCard,
    Hit,
    OutletReport,
    RankRow,
    Report,
    RuleReport,
    SourceReport,
    Summary,
)
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.rules import RULES, require_severities, selected

Observed = tuple[Observation, Waived | None]
"""What a rule saw, and the decision that hides it."""


@dataclass(frozen=True)
class Audit:
    """The audit of one dossier on one day, by one who knows some findings from before.

    Unless it heeds waivers, it is as if nobody had waived anything. If waivers do not end, one whose day has passed
    holds all the same.
    """

    dossier: Dossier
    config: Config
    today: date
    known: tuple[Known, ...] = ()
    heeds_waivers: bool = True
    waivers_end: bool = True

    @cached_property
    def audited(self) -> AuditedDossier:
        """What the rules look at."""
        return AuditedDossier(self.dossier, provenance_of(self.dossier), self.config, self.today)

    def knowing(self, *known: Known) -> "Audit":
        """Return the same audit by one who knows other findings: nothing is looked for again."""
        other = replace(self, known=known)
        vars(other).update(audited=self.audited, _observed=self._observed, found=self.found)
        return other

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings by place, errors of the input, waived and known ones included."""
        return with_known(self.found, self.known)

    @cached_property
    def gone(self) -> tuple[KnownFinding, ...]:
        """What a baseline holds and no longer occurs; nothing where not all could be read, for then nobody knows."""
        if self.dossier.faults or not self.known:
            return ()
        return tuple(gone(self.found, self.known, self._silent))

    def unasked(self, baseline: Iterable[KnownFinding] = ()) -> tuple[KnownFinding, ...]:
        """Return what baselines, those known and this one, hold on rules that were not asked to speak, each once."""
        kept = (entry for known in self.known if known.is_kept for entry in known.findings)
        held = {entry.fingerprint: entry for entry in (*kept, *baseline) if entry.code in self._silent}
        return tuple(held.values())

    @cached_property
    def _silent(self) -> frozenset[str]:
        """Codes of the rules that were not asked: where waivers are not heeded, nobody looks at them either."""
        silent = {rule.code for rule in RULES} - {rule.code for rule in selected(self.config)}
        return frozenset(silent) if self.heeds_waivers else ON_WAIVERS.union(silent)

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """All findings by place, whether they were known before or not."""
        return self._placed(self._observed)

    @cached_property
    def _observed(self) -> Sequence[Observed]:
        """What the rules saw, as grave as the house says, each with the decision that hides it, if one does."""
        return self._observe(self.audited)

    def _observed_on(self, claim_id: str) -> Sequence[Observed]:
        """Return of that what is on a claim, and on no claim: rules that go claim by claim look at no other.

        Where a source bears a waiver all of it is needed, to tell whether that hides anything.
        """
        if "_observed" in vars(self) or any(source.waivers for source in self.dossier.sources):
            return self._observed
        return self._observe(self.audited.only(claim_id))

    def _observe(self, by_claim: AuditedDossier) -> Sequence[Observed]:
        """Return what the rules see, those that go claim by claim in `by_claim`."""
        rules = selected(self.config)
        waivers = Waivers(self.audited, rules, are_heeded=self.heeds_waivers, end=self.waivers_end)
        observed = [
            (seen, waivers.waived(seen))
            for rule in _told(rules)
            for seen in rule.check(by_claim if rule.by_claim else self.audited)
        ]
        allowed = {rule.code for rule in rules}
        observed += [(seen, None) for seen in waivers.observations() if seen.rule.code in allowed]
        return [(self._as_grave_as_here(seen), waived) for seen, waived in observed]

    def _as_grave_as_here(self, seen: Observation) -> Observation:
        severity = self._severities.get(seen.rule.code, seen.severity)
        return seen if severity is seen.severity else seen._replace(severity=severity)

    def _placed(self, observed: Iterable[Observed]) -> tuple[Finding, ...]:
        """Return the findings that these make, and the errors of the input, by place.

        Each entry is read once to tell where in it all of this stands.
        """
        by_entry = sorted(observed, key=_by_entry)
        found = [self._finding(seen, waived) for seen, waived in by_entry]
        return tuple(_told_apart(sorted((*self.dossier.faults, *found), key=_by_place)))

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        """By code the severity that the house gave to a rule."""
        return require_severities(self.config.severity)

    def _finding(self, seen: Observation, waived: Waived | None) -> Finding:
        places = self.dossier.places
        location = places.locate(seen.route)
        return Finding(
            code=seen.rule.code,
            name=seen.rule.name,
            severity=seen.severity,
            message=seen.message,
            location=location,
            claim=seen.claim,
            source=seen.source,
            help=seen.help,
            related=tuple(Related(message, places.locate(route)) for message, route in seen.related),
            waived=waived,
            fingerprint=_fingerprint(seen),
            excerpt=places.excerpt(location),
        )

    @cached_property
    def claims(self) -> tuple[ClaimReport, ...]:
        """All claims with what was counted on them, in the order of the files."""
        return tuple(
            report_claim(claim, self.dossier, is_checked=claim.id not in self.audited.unchecked)
            for claim in progress.of(self.audited.all_claims, "counting claims")
        )

    @cached_property
    def sources(self) -> tuple[SourceReport, ...]:
        """All sources, in the order of the files."""
        return tuple(report_sources(self.audited))

    @cached_property
    def outlets(self) -> tuple[OutletReport, ...]:
        """All outlets, in the order of the files; those made from a name after those declared."""
        return tuple(report_outlets(self.audited))

    @cached_property
    def check(self) -> CheckReport:
        """The findings and their counts as plain values."""
        return self._checked(self.findings)

    def check_from(self, least: Severity) -> CheckReport:
        """Return the same with the findings that are so grave, or graver; the counts are of all."""
        return self._checked(self._findings_where(lambda found: found.severity.rank <= least.rank))

    def _checked(self, findings: tuple[Finding, ...]) -> CheckReport:
        rules = tuple(self._told(rule) for rule in selected(self.config))
        return CheckReport(self._summary, findings, rules)

    @cached_property
    def _summary(self) -> Summary:
        """The counts: to make them nothing need be placed, unless what is known already tells by the order of places."""
        if self.known:
            outcomes = [(finding.severity, finding.waived) for finding in self.findings]
        else:
            outcomes = [(fault.severity, fault.waived) for fault in self.dossier.faults]
            outcomes += [(seen.severity, waived) for seen, waived in self._observed]
        return summarise(self.audited, outcomes, gone=len(self.gone))

    @cached_property
    def report(self) -> Report:
        """The audit as plain values."""
        from claimaudit.auditing.statement import source_summary_statement
        from claimaudit.auditing.steps import first_steps

        return Report(
            self.check.summary,
            self.check.findings,
            self.check.rules,
            statement=tuple(source_summary_statement(self.audited)),
            steps=tuple(first_steps(self.audited, self.findings)),
            claims=self.claims,
        )

    def _told(self, rule: Rule) -> RuleReport:
        """Return what a reader of this audit is told of a rule: the house's severity, where it chose one."""
        severity = self._severities.get(rule.code, rule.severity)
        return rule.told._replace(severity=severity.value)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader of any count has to know: which claims are left out of it."""
        return tuple(sentence_on_unchecked(self.audited))

    def rank_remarks(self, kind: Kind) -> tuple[str, ...]:
        """What a reader of a rank has to know besides."""
        from claimaudit.auditing.whatif import remarks_on_rank

        return (*remarks_on_rank(self.audited, kind), *self.remarks)

    def claim_card(self, claim_id: str, *, is_only: bool = False) -> ClaimCard:
        """Return the card of a claim that is in the dossier.

        If it `is_only` that one that is wanted, most rules look at that claim alone; the card is the same.
        """
        from claimaudit.auditing.cards import card_of_claim

        return card_of_claim(self.audited, claim_id, self._findings_on_claim(claim_id, is_only=is_only))

    def entry_card(self, kind: CardKind, entry_id: str) -> EntryCard:
        """Return the card of a source, outlet, owner or informant that is in the dossier."""
        from claimaudit.auditing.cards import card_of_entry

        findings = self._findings_on_source(entry_id) if kind == "source" else ()
        return card_of_entry(self.audited, kind, entry_id, findings)

    def drop(self, entries: Sequence[tuple[CardKind, str]]) -> DropReport:
        """Return the audit as it would be without sources, outlets, owners or informants that are in the dossier."""
        from claimaudit.auditing.whatif import report_drop

        return report_drop(self.audited, entries)

    def rank(self, kind: Kind) -> tuple[RankRow, ...]:
        """Return the outlets, sources, informants or owners, what carries the most first."""
        from claimaudit.auditing.whatif import report_rank

        return tuple(report_rank(self.audited, kind))

    def kinds_of(self, entry_id: str) -> tuple[CardKind, ...]:
        """Return what an id names: more than one kind where one word names several things."""
        dossier = self.dossier
        homes: dict[CardKind, object] = {
            "claim": entry_id in dossier.claim,
            "source": entry_id in dossier.source,
            "outlet": entry_id in dossier.outlet,
            "informant": entry_id in dossier.informant,
            "owner": entry_id in dossier.owner,
        }
        return tuple(kind for kind, is_there in homes.items() if is_there)

    def ids(self) -> Iterator[str]:
        """Yield every id of the dossier, claims first."""
        dossier = self.dossier
        for home in (dossier.claim, dossier.source, dossier.outlet, dossier.informant, dossier.owner):
            yield from home

    def search(self, words: str, *, limit: int) -> tuple[Hit, ...]:
        """Return the entries most like `words`, best first."""
        from claimaudit.auditing.searching import search

        return tuple(search(self.dossier, words, limit=limit))

    def _findings_on_claim(self, claim_id: str, *, is_only: bool) -> tuple[Finding, ...]:
        """Return the findings on a claim, and errors and warnings on what it leads to, the worst first."""
        claim = self.audited.claim[claim_id]
        led = {source for side in (claim.support, claim.against) for _, source in side.network.sources()}
        return _worst_first(
            self._findings_where(
                lambda found: (
                    found.claim == claim_id
                    or (found.claim is None and found.source in led and found.severity != Severity.NOTE)
                ),
                only=claim_id if is_only else None,
            )
        )

    def _findings_on_source(self, source_id: str) -> tuple[Finding, ...]:
        return _worst_first(self._findings_where(lambda found: found.source == source_id))

    def _findings_where(
        self, concerns: Callable[[Observation | Finding], bool], *, only: str | None = None
    ) -> tuple[Finding, ...]:
        """Return the findings of which something holds, by place; no claim but `only` this one has any of them.

        To tell where something stands takes its entry apart, so nothing else is placed but what is numbered with them.
        """
        if self.known or "found" in vars(self):
            findings = self.findings
        else:
            observed = self._observed if only is None else self._observed_on(only)
            subjects = {_subject(seen) for seen, _ in observed if concerns(seen)}
            findings = self._placed(pair for pair in observed if _subject(pair[0]) in subjects)
        return tuple(filter(concerns, findings))


def _told(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules, and say to whoever waits which of them is at work."""
    for number, rule in enumerate(rules, start=1):
        progress.tell(f"{rule.code} {rule.name}: {number} of {len(rules)} rules")
        yield rule


def _worst_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.severity.rank))


def _by_entry(pair: Observed) -> Route:
    """Order by what an observation is on."""
    return pair[0].route[:2]


def _by_place(finding: Finding) -> tuple[object, ...]:
    """Order by place, after the errors of the input: they are why the rest may not be whole."""
    return finding.code not in INPUT_RULES, finding.location, finding.code, finding.message


def _fingerprint(seen: Observation) -> str:
    """Return what stays the same while the finding does, wherever its lines move."""
    return _hashed(_subject(seen))


def _subject(seen: Observation) -> str:
    """Return what a finding is of, which tells it apart from others of its rule."""
    entry = ("", "") if seen.is_of_several else (seen.claim or "", seen.source or "")
    return "\x1f".join((seen.rule.code, *entry, seen.key))


def _told_apart(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, those whose fingerprint another has had before them with one of their own.

    Those that are not waived are numbered first: which of some alike is waived makes no other new.

    NOTE: readers of fingerprints drop the second of two that are equal (GitLab does), so none may be.
    """
    told = list(findings)
    seen: Counter[str] = Counter()
    for place in sorted(range(len(told)), key=lambda place: told[place].waived is not None):
        finding = told[place]
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        if number > 1:
            told[place] = finding._replace(fingerprint=_hashed(f"{finding.fingerprint}\x1f{number}"))
    return told


def _hashed(subject: str) -> str:
    return sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:16]
