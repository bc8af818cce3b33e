"""Graphs: chains, circles, ladders and knots in which a walk does not end, or ends after the heat death of the sun."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import pytest
from tests.hostile.attacking import Attacker, Case, every, put
from tests.hostile.dossiers import row

ROW = "list claims"
PLAN = "  - {id: plan, text: t, status: retracted, "
"""A retracted claim is counted and not complained of."""


def sources(entries: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return sources, each of an outlet of its own and with those it repeats; who repeats nobody is an origin."""
    return "sources:\n" + "".join(_source(name, via) for name, via in entries)


def _source(name: str, via: Sequence[str]) -> str:
    how = f"via: [{', '.join(via)}]" if via else "basis: original"
    return f"  - {{id: {name}, outlet: Of {name}, reference: p, published: 2025, {how}}}\n"


def chain(length: int) -> str:
    """Return sources of which each repeats the next; the last is an origin."""
    return sources([*((f"s{number}", [f"s{number + 1}"]) for number in range(length)), (f"s{length}", [])])


def circle(length: int, *, reports: int | None = None) -> str:
    """Return sources of which each repeats the next, and the last the first; one may report itself as well."""
    told = sources((f"s{number}", [f"s{(number + 1) % length}"]) for number in range(length))
    return told.replace(f"{{id: s{reports},", f"{{id: s{reports}, basis: mixed,")


def ladder(rungs: int) -> str:
    """Return pairs of sources: each repeats both of the next pair; the last two are origins."""
    steps = [(f"{side}{rung}", [f"l{rung + 1}", f"r{rung + 1}"]) for rung in range(rungs) for side in "lr"]
    return sources([*steps, (f"l{rungs}", []), (f"r{rungs}", [])])


def knot(size: int, *, grounded: bool) -> str:
    """Return sources of which each repeats all the others; one of them may be an origin."""
    names = [f"s{number}" for number in range(size)]
    entries = [(name, [other for other in names if other != name]) for name in names]
    return sources([*entries[:-1], (names[-1], [])] if grounded else entries)


def claims(premises: Iterable[tuple[str, Iterable[Sequence[str]]]]) -> str:
    """Return claims that rest on sets of others."""
    return "".join(_claim(name, sets) for name, sets in premises)


def _claim(name: str, sets: Iterable[Sequence[str]]) -> str:
    written = ", ".join(f"[{', '.join(members)}]" for members in sets)
    return f"  - {{id: {name}, text: t, status: inferred, rests_on: [{written}]}}\n"


def reported(count: int) -> str:
    """Return claims, each on an origin of its own, and those origins."""
    told = "".join(f"  - {{id: c{number}, text: t, evidence: [s{number}]}}\n" for number in range(count))
    return told + sources((f"s{number}", []) for number in range(count))


def plane(order: int) -> list[list[int]]:
    """Return the lines of the projective plane of a prime order, as lists of points.

    Any two lines meet. So a line meets all of them, and no smaller set does (Bose and Burton, 1966).
    """
    points = [(1, x, y) for x in range(order) for y in range(order)]
    points += [(0, 1, y) for y in range(order)] + [(0, 0, 1)]
    return [
        [number for number, point in enumerate(points) if sum(map(int.__mul__, line, point)) % order == 0]
        for line in points
    ]


CHAINS = (
    Case("chain", "a walk that recurses overflows its stack: a chain of 1,500 that ends in an origin",
         f"claims:\n{PLAN}evidence: [s0]}}\n{chain(1500)}", 0, command=ROW, shown=[row("single origin", 1, 1)]),
    Case("circle", "a walk that does not look back never ends: a circle of 1,500",
         f"claims:\n{PLAN}evidence: [s0]}}\n{circle(1500)}", 0, command=ROW, shown=[row("unsupported", 1, 0)]),
    Case("itself", "a source that says it has it from itself",
         f"claims:\n{PLAN}evidence: [s0]}}\n{circle(1)}", 0, command=ROW, shown=[row("unsupported", 1, 0)]),
    Case("circle-with-an-origin", "one of the circle has it of its own as well: where its row goes on, it comes round",
         f"claims:\n{PLAN}evidence: [s0]}}\n{circle(3, reports=1)}", 0, command="show plan", shown=["└─ Of s0 <- Of s1 (an origin, which also repeats)", "   └─ Of s2 <- Of s0 <- Of s1 (as above)"]),
    Case("long-circle-with-an-origin", "the same, of 1,500",
         f"claims:\n{PLAN}evidence: [s0]}}\n{circle(1500, reports=700)}", 0, command="show plan", shown=["Single origin: 1 outlet, 1 independent origin; falls if Of s700 is wrong."]),
    Case("origin-of-itself", "a source that has it of its own, and from itself",
         f"claims:\n{PLAN}evidence: [s0]}}\n{circle(1, reports=0)}", 0, command="graph plan", shown=["└─ Of s0 (an origin, which also repeats)", "   └─ Of s0 (as above)"]),
    Case("ladder", "two ways at each of 200 steps: 2^200 chains, and still the two that have it",
         f"claims:\n{PLAN}evidence: [l0, r0]}}\n{ladder(200)}", 0, command=ROW, shown=[row("corroborated", 2, 2)]),
    Case("knot", "everybody repeats everybody: 60! chains and no origin",
         f"claims:\n{PLAN}evidence: [s0, s1, s2]}}\n{knot(60, grounded=False)}", 0, command=ROW, shown=[row("unsupported", 3, 0)]),
    Case("knot-with-an-end", "the same, and one of them has it",
         f"claims:\n{PLAN}evidence: [s0, s1, s2]}}\n{knot(60, grounded=True)}", 0, command=ROW, shown=[row("single origin", 3, 1)]),
    Case("one-text", "a thousand that share a text, each with the one before",
         f"claims:\n{PLAN}evidence: [s0, s999]}}\nsources:\n  - {{id: s0, outlet: Of s0}}\n"
         + "".join(f"  - {{id: s{number}, outlet: Of s{number}, shares_text_with: [s{number - 1}]}}\n" for number in range(1, 1000)),
         0, command=ROW, shown=[row("single origin", 2, 1)]),
    Case("owners", "owners of owners, a thousand of them, and two outlets at the end of one chain",
         f"claims:\n{PLAN}evidence: [a, b]}}\nsources:\n  - {{id: a, outlet: a, basis: original}}\n  - {{id: b, outlet: b, basis: original}}\n"
         "outlets:\n  - {id: a, owner: o0}\n  - {id: b, owner: o500}\nowners:\n"
         + "".join(f"  - {{id: o{number}, owner: o{number + 1}}}\n" for number in range(1000)) + "  - {id: o1000}\n",
         0, command=ROW, shown=[row("corroborated", 2, 2)]),
    Case("owners-in-a-circle", "owners of owners without end",
         f"claims:\n{PLAN}evidence: [a]}}\nsources:\n  - {{id: a, outlet: a, basis: original}}\noutlets:\n  - {{id: a, owner: o0}}\nowners:\n"
         + "".join(f"  - {{id: o{number}, owner: o{(number + 1) % 1000}}}\n" for number in range(1000)),
         0, command=ROW, shown=[row("single origin", 1, 1)]),
)  # fmt: skip

PREMISES = (
    Case("argument-in-a-circle", "two claims that are each other's only reason", "claims:\n" + claims([("plan", [["b"]]), ("b", [["plan"]])]), 1,
         ["2:55 CA107", "2:55 CA201 circular argument: `plan` <- `b` <- `plan`, and none of them stands", "3:52 CA107"]),
    Case("argument-from-itself", "a claim that is its own reason", "claims:\n" + claims([("plan", [["plan"]])]), 0, command=ROW, shown=[row("unsupported", 0, 0)]),
    Case("argument-on-argument", "claims that rest on claims, 300 deep",
         "claims:\n" + claims([("plan", [["d0"]]), *((f"d{number}", [[f"d{number + 1}"]]) for number in range(300))])
         + "  - {id: d300, text: t, evidence: [s0]}\n" + sources([("s0", [])]),
         0, command="show plan", shown=["Inferred: argued from `d0`, on 1 independent origin; falls if Of s0 is wrong."]),
    Case("alternatives-of-alternatives", "two ways at each of 40 steps: 2^40 arguments",
         "claims:\n" + claims([("plan", [["l0"], ["r0"]]), *((f"{side}{number}", [[f"l{number + 1}"], [f"r{number + 1}"]]) for number in range(40) for side in "lr")])
         + "  - {id: l40, text: t, evidence: [s0]}\n  - {id: r40, text: t, evidence: [s1]}\n" + sources([("s0", []), ("s1", [])]),
         0, command="show plan", shown=["Inferred: argued from `l0` or `r0`, on 2 independent origins; falls if Of s0 and Of s1 are both wrong."]),
)  # fmt: skip


@every(CHAINS)
def test_chains(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(PREMISES)
def test_premises(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


def origins_of_the_first_claim(attacker: Attacker, dossier: str) -> str:
    """Return the cell that `list claims` has for the origins of a claim `plan`."""
    put(attacker.folder / "data" / "claims.yaml", dossier)
    done = attacker.run("list", "claims")
    assert done.returncode == 0
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("plan ")]
    return line.split()[3]


def test_every_pair_of_forty_is_a_reason(attacker: Attacker) -> None:
    pairs = [[f"c{one}", f"c{other}"] for one, other in combinations(range(40), 2)]
    # What meets every pair is all but one.
    assert origins_of_the_first_claim(attacker, f"claims:\n{claims([('plan', pairs)])}{reported(40)}") == "39"


@pytest.mark.parametrize("order", [2, 3, 5])
def test_every_line_of_a_plane_is_a_reason(attacker: Attacker, order: int) -> None:
    lines = [[f"c{point}" for point in line] for line in plane(order)]
    dossier = f"claims:\n{claims([('plan', lines)])}{reported(len(lines))}"
    assert origins_of_the_first_claim(attacker, dossier) == str(order + 1)


def test_a_knot_that_cannot_be_undone_is_a_lower_bound(attacker: Attacker) -> None:
    lines = [[f"c{point}" for point in line] for line in plane(7)]
    found = origins_of_the_first_claim(
        attacker, f"claims:\n{claims([('plan', lines)])}{reported(len(lines))}"
    )
    number, plus, _ = found.partition("+")
    assert int(number) < 8 if plus else int(number) == 8
