"""Dates, zones and addresses: those that no calendar has, and those on which a library gives up."""

from tests.hostile.attacking import Attacker, Case, every
from tests.hostile.dossiers import SOURCES, quoted, sound

_FIRST, _SECOND = SOURCES.splitlines()[1:]
DATED = _FIRST.index("2025") + 1
"""The column of the date of the first source, which stands on line 7."""


def dated(first: str, second: str = "2025-11-18", how: str = "basis: original") -> str:
    """Return a sound dossier whose sources have these dates; `how` the second of them knows."""
    lines = [_FIRST.replace("2025-11-18", first), _SECOND.replace("2025-11-18", second)]
    return sound(sources=f"sources:\n{lines[0]}\n{lines[1].replace('basis: original', how)}\n")


NO_DATES = tuple(
    Case(f"date-{name}", why, sound(sources=SOURCES.replace("2025-11-18", written, 1)), 2, [f"7:{DATED} CA002 `first-1`: `{shown or written}` {problem}"])
    for name, why, written, shown, problem in (
        ("thirteenth-month", "a ValueError in a loader", "2024-13-45", "", "is no date"),
        ("thirtieth-of-february", "no such day", "2024-02-30", "", "is no date"),
        ("leap-day", "no such day in that year", "2023-02-29", "", "is no date"),
        ("year-zero", "there is none", "0000", "", "is no date"),
        ("year-of-five-digits", "beyond what a date can hold", "10000", "", "is no date"),
        ("negative-year", "before what a date can hold", "-0044-03-15", "", "is no date"),
        ("seconds-since-1970", "a number that some libraries take for a time", "1700000000", "", "is no date"),
        ("zero", "midnight on 1 January 1970, to some", "0", "", "is no date"),
        ("words", "a date for people", "yesterday", "", "is no date"),
        ("american", "November or the eleventh?", "11/18/2025", "", "is no date"),
        ("wide-digits", "digits to Python", "\uff12\uff10\uff12\uff15", "", "is no date"),
        ("arabic-digits", "digits to Python", "٢٠٢٥", "", "is no date"),
        ("without-zone", "an hour that may be any of two days", "2025-11-18T08:00:00", "", "has no time zone"),
        ("digits-together", "the same in the short form", "20251118", "", "has no time zone"),
        ("leap-second", "a second that Python does not know", "2016-12-31T23:59:60Z", "", "is no date"),
        ("zone-of-100-hours", "a ValueError", "2025-11-18T08:00:00+99:99", "", "is no date"),
        ("before-year-one", "an OverflowError in Greenwich: there it is the year 0", "0001-01-01T00:00:00+14:00", "", "is no date"),
        ("after-year-9999", "an OverflowError in Greenwich: there it is the year 10000", "9999-12-31T23:59:59-12:00", "", "is no date"),
        ("endless", "a hundred thousand digits", "2" * 100_000, "2" * 130 + "…", "is no date"),
        ("with-escape", "a date that clears the screen", '"2025\\e[2J"', "2025\\u{1b}[2J", "is no date"),
        ("with-command", "a date that is a command to a runner", '"2025\\n::error::x"', "2025 ::error::x", "is no date"),
    )
)  # fmt: skip

DATES = (
    Case("year-one", "the first year of all", dated("0001", "0001"), 0, []),
    Case("year-9999", "the last year of all", dated("9999", "9999-12-31"), 0, []),
    Case("first-moment", "the first moment of all, compared with a day", dated("0001-01-01", "0001-01-01T00:00:00Z", "via: [first-1]"), 0, ["2:9 CA104"]),
    Case("last-moment", "the last moment of all, compared with a day", dated("9999-12-31", "9999-12-31T23:59:59Z", "via: [first-1]"), 0, ["2:9 CA104"]),
    Case("first-after-last", "a copy from the year 1 of what came out in 9999", dated("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "via: [first-1]"), 0,
         ["2:9 CA104", f"8:{_SECOND.index('basis') + len('via: [')+ 1 - (len('2025-11-18') - len('0001-01-01T00:00:00Z'))} CA206"]),
    Case("hours-apart", "one moment, written in two zones", dated("2025-11-18T23:30:00-11:00", "2025-11-19T10:30:00Z"), 0, []),
    Case("nanoseconds", "more digits than a time can hold", dated("2025-11-18T08:00:00.123456789Z"), 0, []),
    Case("fraction-of-a-zone", "a zone of minutes and seconds", dated("2025-11-18T08:00:00+05:45:30"), 0, []),
)  # fmt: skip


def addressed(url: str) -> str:
    """Return a sound dossier whose first source has that URL, and a copy of it elsewhere."""
    return sound(sources=SOURCES.replace("reference: p. 1", _at(url)))


def addressed_both(first: str, second: str) -> str:
    """Return a sound dossier whose sources have these URLs, each with a copy elsewhere."""
    return sound(
        sources=SOURCES.replace("reference: p. 1", _at(first)).replace("reference: p. 2", _at(second))
    )


def _at(url: str) -> str:
    return f'url: {quoted(url)}, archive: "https://archive.example/1"'


ADDRESSES = tuple(
    Case(f"url-{name}", why, addressed(url), 0, [])
    for name, why, url in (
        ("open-bracket", "a ValueError of the standard library", "http://[::1"),
        ("bracket-in-the-host", "another", "http://a]b/"),
        ("no-address", "an address of six that is none", "http://[zz::1]/"),
        ("dissolving-host", "a character that becomes a slash when it is normalised: a ValueError", "http://exa\u2100mple.org/"),
        ("port-too-high", "a ValueError when the port is asked for", "http://example.org:99999999/"),
        ("port-of-words", "the same", "http://example.org:port/"),
        ("port-of-other-digits", "the same, in digits of another script", "http://example.org:\u0968/"),
        ("script", "a program, if anything makes a link of it", "javascript:alert(1)"),
        ("script-disguised", "a browser leaves out the tab", "java\tscript:alert(1)"),
        ("data", "a page in an address", "data:text/html,<script>alert(1)</script>"),
        ("file", "a file of the machine", "file:///etc/passwd"),
        ("password", "a name and a password", "https://user:password@example.org/"),
        ("no-host", "a scheme and no host", "https:///"),
        ("nothing-but-a-scheme", "a scheme alone", "https:"),
        ("escape", "an escape sequence in an address", "https://example.org/\x1b[2J"),
        ("override", "an address that reads the other way round", "https://example.org/\u202egnp.exe"),
        ("nul", "C ends its strings here", "https://example.org/\0"),
        ("percent", "percent signs that encode nothing", "https://example.org/%zz%"),
        ("look-alike-host", "a host of Cyrillic letters", "https://\u0430xios.com/"),
        ("punycode", "a name of the net that does not decode", "https://xn--\u0430.example/"),
        ("copies-of-copies", "a copy of a copy of a copy, a thousand deep", "https://archive.ph/" * 1000 + "x"),
        ("endless", "an address of a hundred thousand characters", "https://example.org/?" + "a&" * 50_000),
    )
)  # fmt: skip

SAME = (
    Case("same-broken-url", "an address that cannot be taken apart is still the same as itself",
         addressed_both("http://[::1", "http://[::1"), 0,
         [f"8:{_SECOND.index('reference') + len('url: ') + 1} CA503"]),
    Case("same-url-with-a-tail", "a parameter that only says where the reader came from",
         addressed_both("https://a.example/1", "HTTPS://WWW.A.EXAMPLE:443/1/?utm_source=x#top"), 0,
         [f"8:{_SECOND.index('reference') + len('url: ') + 1} CA503"]),
)  # fmt: skip


@every(NO_DATES)
def test_what_is_no_date_is_refused(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(DATES)
def test_dates(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(ADDRESSES)
def test_addresses(case: Case, attacker: Attacker) -> None:
    attacker.play(case)


@every(SAME)
def test_addresses_of_one_page(case: Case, attacker: Attacker) -> None:
    attacker.play(case)
