"""CA506: two outlets that look like one.

## What it finds
- An outlet whose name looks like that of another because letters of other alphabets, or digits, stand in it.
- An outlet that nobody declared, made from a name in a source, which is one or two edits away from another outlet,
  and fewer than a third of the letters of the shorter name. Initials and numbers tell outlets apart, and so does
  an editor who declares both under `outlets`.
- A source whose URL has a host that is an alias of another outlet, unless both have one owner.

## Why it matters
A misspelled outlet counts as a second one, and one origin looks like two. Look-alike names are also how forged
pages pass for those of a newsroom.

## Fails
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [reuters-story, reuters-second]
sources:
  - {id: reuters-story, outlet: Reuters, url: "https://reuters.example/1", published: 2025-11-18, basis: original}
  - {id: reuters-second, outlet: Reuter, url: "https://reuters.example/2", published: 2025-11-19, basis: original}
```

## Passes
```yaml
claims:
  - id: four-buckets
    text: The plan has four parts.
    evidence: [abc-story, nbc-story]
sources:
  - {id: abc-story, outlet: ABC News, url: "https://abc.example/1", published: 2025-11-18, basis: original}
  - {id: nbc-story, outlet: NBC News, url: "https://nbc.example/1", published: 2025-11-19, basis: original}
```

## How to mend it
Spell the outlet as before, or give the spelling under its `aliases`; if they are two, declare both under `outlets`.

## Definition
Unicode Technical Standard 39, confusable detection, reduced to what looks like a-z; edit distance, two letters swapped being one edit.
"""

from collections.abc import Iterator

from claimaudit.finding import Severity
from claimaudit.model import Dossier, Outlet
from claimaudit.provenance.names import Hosts, twins
from claimaudit.rule import AuditedDossier, Observation, Rule
from claimaudit.text import squash
from claimaudit.text.addresses import host_of

CODE = "CA506"


def check(audited: AuditedDossier) -> Iterator[Observation]:
    """Yield one finding for each outlet that looks like an earlier one, and each source at another's address."""
    yield from _look_alikes(audited.dossier)
    dossier, hosts = audited.dossier, Hosts(audited.dossier, audited.provenance.ownership)
    for route, source in audited.sources():
        other = hosts.other_at(source)
        if other is not None:
            name, host = dossier.outlet[source.outlet or ""].label, host_of(source.url or "")
            yield RULE.on_source(
                (*route, "url"),
                source.id,
                f"outlet `{name}`, but its URL is at {host}, an alias of `{other.label}`",
                help="name the outlet that published it, or give both outlets their owner",
                key="url",
            )


def _look_alikes(dossier: Dossier) -> Iterator[Observation]:
    first_use = {source.outlet: index for index, source in reversed(list(enumerate(dossier.sources)))}
    for twin in twins(dossier):
        outlet, other = dossier.outlets[twin.number], twin.earlier
        how = "looks like" if twin.likeness == "look" else "is spelled almost like"
        used = first_use.get(outlet.id) if outlet.id in dossier.made_outlets else None
        yield RULE.on_source(
            ("outlets", twin.number) if used is None else ("sources", used, "outlet"),
            None if used is None else dossier.sources[used].id,
            f"outlet `{outlet.label}` {how} `{other.label}`: one outlet or two?",
            help=f"if one, give the spelling under `aliases` of `{other.id}`; if two, declare both under `outlets`",
            key=" ".join(sorted(_key(dossier, one) for one in (outlet, other))),
            is_of_several=True,
        )


def _key(dossier: Dossier, outlet: Outlet) -> str:
    """Return its id, or the letters of its name: the first of several spellings makes the id of an undeclared one."""
    return squash(outlet.label) if outlet.id in dossier.made_outlets else outlet.id


RULE = Rule(CODE, "look-alike-outlet", Severity.WARNING, since="0.1.0", doc=__doc__, check=check)
