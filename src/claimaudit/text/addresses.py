"""Addresses of pages: when two of them name one page, and which page an archive's copy is of. Opens none."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

ARCHIVES = frozenset(
    {
        "archive.fo",
        "archive.is",
        "archive.li",
        "archive.md",
        "archive.ph",
        "archive.today",
        "archive.vn",
        "perma.cc",
        "web.archive.org",
    }
)
"""Hosts that keep copies of pages of others: none of them is an outlet."""

TRACKING_STARTS = ("utm_", "mtm_", "hsa_")
TRACKING = frozenset(
    {
        "__hsfp",  # HubSpot
        "__hssc",
        "__hstc",
        "_hsenc",
        "_hsmi",
        "hsctatracking",
        "_ga",  # Google
        "_gl",
        "dclid",
        "gbraid",
        "gclid",
        "gclsrc",
        "srsltid",
        "wbraid",
        "_openstat",  # Yandex
        "yclid",
        "ysclid",
        "at_campaign",  # Piano, the BBC among others
        "at_campaign_type",
        "at_link_id",
        "at_link_origin",
        "at_link_type",
        "at_medium",
        "xtor",
        "fb_action_ids",  # Facebook, Instagram
        "fb_action_types",
        "fb_ref",
        "fb_source",
        "fbclid",
        "igsh",
        "igshid",
        "guccounter",  # Yahoo
        "guce_referrer",
        "guce_referrer_sig",
        "li_fat_id",  # LinkedIn
        "mc_cid",  # Mailchimp
        "mc_eid",
        "mkt_tok",  # Marketo
        "msclkid",  # Microsoft
        "oly_anon_id",  # Omeda
        "oly_enc_id",
        "pk_campaign",  # Matomo
        "pk_kwd",
        "ref_src",  # Twitter
        "ref_url",
        "twclid",
        "s_kwcid",  # Adobe
        "smid",  # The New York Times
        "ttclid",  # TikTok
        "vero_id",  # Vero
        "wt.mc_id",  # Webtrends
    }
)
"""Parameters that tell where a reader came from and never which page is read, in lower case.

Names that some sites use for the page itself, such as `id`, `ref`, `source` or `cid`, are left out: to take two
pages for one is the worse mistake.
"""

_NESTED = 4
"""So often a copy is looked for in a copy."""
_PAGE = re.compile(r"(?:^|/)https?:/+(.+)", re.IGNORECASE | re.DOTALL)
_CAPTURE = re.compile(r"(?:web|save)/(?:[0-9]{1,14}\*?(?:[a-z]{2}_)?|\*)/([^/]+\..+)", re.DOTALL)


def canonical_url(url: str) -> str:
    """Return `url` without what does not change the page it names.

    That is scheme, case of the host, "www.", default port, slash at the end, fragment, tracking parameters, and the
    address of an archive around that of the page. A text that is no address comes back as it is.

    >>> canonical_url("https://web.archive.org/web/20251118/https://www.axios.com/a/?utm_source=x&p=1#top")
    'axios.com/a?p=1'
    """
    parts = _split(original_url(url))
    if parts is None:
        return url
    host = parts.host
    if parts.port and (parts.scheme.casefold(), parts.port) not in {("http", 80), ("https", 443)}:
        host = f"{host}:{parts.port}"
    query = "&".join(part for part in parts.query.split("&") if part and not _is_tracking(part))
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def original_url(url: str) -> str:
    """Return the address of the page that an archive's copy at `url` is of.

    `url` itself where it is no copy, or does not say of what: short links of archives do not.

    >>> original_url("https://archive.ph/2025.11.18-080000/https://axios.com/a")
    'https://axios.com/a'
    """
    for _ in range(_NESTED):
        inner = _page_in(url) if is_archived(url) else None
        if inner is None:
            break
        url = f"https://{inner}"
    return url


def is_archived(url: str) -> bool:
    """Return whether `url` is at an archive of pages.

    >>> is_archived("https://archive.ph/Ab1Cd"), is_archived("https://axios.com/archive.ph")
    (True, False)
    """
    parts = _split(url)
    return parts is not None and parts.host in ARCHIVES


def host_of(url: str) -> str:
    """Return the host that `url` names, in lower case and without "www.", or nothing.

    Of an archive's copy it is the host of the page, or nothing where the address does not say.
    """
    parts = _split(original_url(url))
    host = parts.host if parts else ""
    return "" if host in ARCHIVES else host


class _Parts(NamedTuple):
    """The parts of an address, the host in lower case and without "www."."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str


@lru_cache(maxsize=1 << 15)  # rule after rule asks of the same addresses; of very many only the last are kept
def _split(url: str) -> _Parts | None:
    """Return the parts of an address, or None where it is none."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port  # neither is looked at before it is asked for
    except ValueError:
        return None
    return _Parts(parts.scheme, host.removeprefix("www."), port, parts.path, parts.query) if host else None


def _page_in(url: str) -> str | None:
    """Return the address of the page, without its scheme, that stands in that of an archive's copy."""
    rest = url.strip().partition("//")[2].partition("/")[2]
    found = _PAGE.search(rest) or _CAPTURE.fullmatch(rest)
    return found[1] if found else None


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].casefold()
    return name in TRACKING or name.startswith(TRACKING_STARTS)
