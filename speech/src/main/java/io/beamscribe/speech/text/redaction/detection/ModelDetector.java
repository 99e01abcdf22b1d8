// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.redaction.names.Label;
import io.beamscribe.speech.text.redaction.names.NameModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names and addresses by the model. A city or a country alone is where somebody is, not where he
 * lives: an address takes a street, the number of a house or flat, or a post code.
 */
final class ModelDetector implements Detector {
  private static final double LEAST = 0.25;

  /** Score of a name beside another. */
  private static final double LEAST_BESIDE = 0.1;

  /** Score of a part of an address. */
  private static final double LEAST_ADDRESS = 0.5;

  /** Pieces without a label that an address may have inside. */
  private static final int GAP = 2;

  /** It was made for English; in languages of other scripts it invents names. */
  private static final Set<String> LANGUAGES =
      Set.of("en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "no");

  private static final Set<String> NAMES = Set.of("GIVEN_NAME", "SURNAME");
  private static final Set<String> PLACES = Set.of("CITY", "STATE");
  private static final Set<String> STREETS =
      Set.of("BUILDING_NUMBER", "STREET_NAME", "SECONDARY_ADDRESS", "ZIP_CODE");

  private final NameModel model;

  ModelDetector(NameModel model) {
    this.model = model;
  }

  @Override
  public List<Found> in(Stretch stretch) throws SpeechException {
    if (!LANGUAGES.contains(stretch.language())) {
      return List.of();
    }
    Label[] labels = new Label[stretch.pieces().size()];
    for (Label label : model.labels(stretch.text())) {
      int piece = stretch.pieceAt(label.start());
      if (piece < labels.length
          && (labels[piece] == null || labels[piece].score() < label.score())) {
        labels[piece] = label;
      }
    }
    List<Found> found = new ArrayList<>();
    names(stretch, labels, found);
    addresses(stretch, labels, found);
    return found;
  }

  private static void names(Stretch stretch, Label[] labels, List<Found> found) {
    for (int i = 0; i < labels.length; ) {
      int first = i;
      int end = i;
      double best = 0;
      while (end < labels.length
          && (is(labels[end], NAMES, LEAST_BESIDE) || initial(stretch, labels, i, end))
          && Cues.of(stretch, end) == Cues.NONE
          && stretch.pieces().get(i).phrase() == stretch.pieces().get(end).phrase()) {
        best = labels[end] == null ? best : Math.max(best, labels[end].score());
        end++;
      }
      if (best >= LEAST) {
        found.add(new Found(PersonalData.NAME, first, end, best));
      }
      i = Math.max(end, i + 1);
    }
  }

  /** Whether a piece is the letter between a given name and a surname. */
  private static boolean initial(Stretch stretch, Label[] labels, int first, int at) {
    return at > first
        && at + 1 < labels.length
        && stretch.pieces().get(at).text().length() == 1
        && is(labels[at + 1], NAMES, LEAST_BESIDE);
  }

  private static void addresses(Stretch stretch, Label[] labels, List<Found> found) {
    for (int i = 0; i < labels.length; ) {
      int end = i;
      boolean street = false;
      double least = 1;
      for (int j = i; j < labels.length && j <= end + GAP && stretch.joined(i, j); j++) {
        if (is(labels[j], STREETS, LEAST_ADDRESS) || is(labels[j], PLACES, LEAST_ADDRESS)) {
          street |= is(labels[j], STREETS, LEAST_ADDRESS);
          least = Math.min(least, labels[j].score());
          end = j + 1;
        } else if (j == i || is(labels[j], NAMES, LEAST_ADDRESS)) {
          break;
        }
      }
      if (street) {
        found.add(new Found(PersonalData.ADDRESS, i, end, least));
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean is(Label label, Set<String> names, double least) {
    return label != null && names.contains(label.name()) && label.score() >= least;
  }
}
