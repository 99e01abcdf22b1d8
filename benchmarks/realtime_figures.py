# SPDX-License-Identifier: Apache-2.0
"""What the benchmarks of real time share: how late results are, and how far a text is from another one."""
import statistics


def edits(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def errors(expected, text, characters):
    """Percent of the characters, without spaces, or else of the words that are wrong."""
    tokens = (lambda s: list("".join(s.split()))) if characters else (lambda s: s.lower().split())
    wanted = tokens(expected)
    return round(100 * edits(wanted, tokens(text)) / len(wanted), 2)


def figures(values):
    """Median, 95th percentile and most of some seconds, in milliseconds; None of none."""
    if not values:
        return None
    ordered = sorted(values)
    return {
        "median": round(1000 * statistics.median(ordered)),
        "p95": round(1000 * ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]),
        "most": round(1000 * ordered[-1]),
        "count": len(ordered),
    }
