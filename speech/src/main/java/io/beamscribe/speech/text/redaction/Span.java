// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction;

import io.beamscribe.speech.text.redaction.detection.PersonalData;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of a reading that are personal data.
 *
 * @param end index after the last word
 */
record Span(PersonalData kind, int first, int end, double confidence) {
  /** Spans in order, of which no two overlap: of two, the kind that counts more takes both. */
  static List<Span> merged(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort((a, b) -> a.first != b.first ? a.first - b.first : b.end - a.end);
    List<Span> merged = new ArrayList<>();
    for (Span next : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && next.first < last.end) {
        Span kept = next.kind.compareTo(last.kind) < 0 ? next : last;
        merged.set(
            merged.size() - 1,
            new Span(kept.kind, last.first, Math.max(last.end, next.end), kept.confidence));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** Spans in order, those of one kind that touch made one. */
  static List<Span> joined(List<Span> spans) {
    List<Span> joined = new ArrayList<>();
    for (Span next : merged(spans)) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && next.first == last.end && next.kind == last.kind) {
        double least = Math.min(last.confidence, next.confidence);
        joined.set(joined.size() - 1, new Span(last.kind, last.first, next.end, least));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
