"""The JSON of a report: its keys are fixed."""

import json

from tests.unit.render.samples import CLAIM, FINDING, WAIVED, report

from claimaudit.render import report_json

WITNESS = [{"kind": "outlet", "id": "axios"}]
ONE = {
    "low": 1,
    "high": 1,
    "low_witness": WITNESS,
    "high_witness": WITNESS,
    "low_exact": True,
    "high_exact": True,
    "unique": True,
}
NONE = {**ONE, "low": 0, "high": 0, "low_witness": [], "high_witness": []}


def test_report() -> None:
    assert json.loads(report_json.render(report(FINDING, WAIVED))) == {
        "schema_version": 1,
        "summary": {
            "claims": 1,
            "by_verdict": {"single origin": 1},
            "findings": {"error": 0, "warning": 1, "note": 0},
            "waived": 1,
        },
        "claims": [
            {
                "id": "four-buckets",
                "text": "The plan has four parts.",
                "section": "What we know",
                "status": "reported",
                "tags": ["secret annex"],
                "verdict": "single origin",
                "contested": False,
                "outlets": ["axios", "mint"],
                "origins": ["axios-1"],
                "independent": {"outlet": ONE, "owner": {**ONE, "owners_declared": 0}, "informant": ONE},
                "merges": [{"reason": "via", "path": ["mint-1", "axios-1"], "text": "Mint <- Axios"}],
                "not_counted": [{"source": "old-1", "reason": "off-subject"}],
                "against": {
                    "outlets": [],
                    "origins": [],
                    "independent": {
                        "outlet": NONE,
                        "owner": {**NONE, "owners_declared": 0},
                        "informant": NONE,
                    },
                },
                "premises": [["other", "another"]],
                "location": {"path": "data/claims.yaml", "line": 3, "column": 9},
            }
        ],
        "findings": [
            {
                "code": "CA104",
                "name": "false-corroboration",
                "severity": "warning",
                "message": "2 outlets, 1 independent origin: falls if Axios is wrong (Mint <- Axios)",
                "claim": "four-buckets",
                "source": None,
                "location": {
                    "path": "data/claims.yaml",
                    "line": 3,
                    "column": 9,
                    "end_line": 3,
                    "end_column": 21,
                },
                "related": [
                    {
                        "message": "Mint <- Axios",
                        "location": {
                            "path": "data/claims.yaml",
                            "line": 8,
                            "column": 9,
                            "end_line": 8,
                            "end_column": 15,
                        },
                    }
                ],
                "waived": None,
                "fingerprint": "0123456789abcdef",
            },
            {
                "code": "CA402",
                "name": "secret-annex",
                "severity": "warning",
                "message": "2 outlets, 1 independent origin: falls if Axios is wrong (Mint <- Axios)",
                "claim": "four-buckets",
                "source": None,
                "location": {
                    "path": "data/claims.yaml",
                    "line": 3,
                    "column": 9,
                    "end_line": 3,
                    "end_column": 21,
                },
                "related": [
                    {
                        "message": "Mint <- Axios",
                        "location": {
                            "path": "data/claims.yaml",
                            "line": 8,
                            "column": 9,
                            "end_line": 8,
                            "end_column": 15,
                        },
                    }
                ],
                "waived": {"by": "editor", "reason": "the text says so", "until": "2026-12-31"},
                "fingerprint": "0123456789abcdef",
            },
        ],
    }


def test_only_the_claims_asked_for() -> None:
    whole = report(FINDING)
    found = json.loads(report_json.render(whole, ()))
    assert found["claims"] == []
    assert found["summary"]["claims"] == 1
    assert [claim["id"] for claim in json.loads(report_json.render(whole, (CLAIM,)))["claims"]] == [
        "four-buckets"
    ]
