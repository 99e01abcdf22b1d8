// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.redaction.detection;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.text.redaction.names.NameModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All detectors together: what can be checked counts before what is guessed. Thread-safe. */
public final class Detection {
  private final Set<PersonalData> kinds;
  private final List<Detector> detectors = new ArrayList<>();

  /**
   * Detection of some kinds.
   *
   * @param model null if none is there: names are then found by what stands around them only
   */
  public Detection(Set<PersonalData> kinds, @Nullable NameModel model) {
    this.kinds = kinds;
    detectors.addAll(
        List.of(
            new CardDetector(),
            new IbanDetector(),
            new NationalIdDetector(),
            new ElectronicDetector(),
            new SpelledAddressDetector(),
            new PhoneDetector(),
            new CuedNumberDetector(),
            new DateDetector(),
            new CueNameDetector(),
            new SurnameDetector(),
            new StreetDetector()));
    if (model != null && kinds.stream().anyMatch(PersonalData::needsModel)) {
      detectors.add(new ModelDetector(model));
    }
  }

  /**
   * The wanted kinds in a stretch, in order, none of which overlap.
   *
   * @throws SpeechException if the model fails
   */
  public List<Found> in(Stretch stretch) throws SpeechException {
    List<Found> all = new ArrayList<>();
    for (Detector detector : detectors) {
      all.addAll(detector.in(stretch));
    }
    all.replaceAll(
        each ->
            each.kind() == PersonalData.NAME
                ? each.endingAt(CueNameDetector.withLetters(stretch, each.end()))
                : each);
    all.sort(
        Comparator.comparing(Found::kind)
            .thenComparing(Comparator.comparingInt(Found::length).reversed())
            .thenComparing(Comparator.comparingDouble(Found::confidence).reversed())
            .thenComparingInt(Found::first));
    boolean[] taken = new boolean[stretch.pieces().size()];
    List<Found> chosen = new ArrayList<>();
    for (Found each : all) {
      if (isFree(taken, each)) {
        Arrays.fill(taken, each.first(), each.end(), true);
        chosen.add(each);
      }
    }
    chosen.removeIf(each -> !kinds.contains(each.kind()));
    chosen.sort(Comparator.comparingInt(Found::first));
    return chosen;
  }

  private static boolean isFree(boolean[] taken, Found found) {
    for (int i = found.first(); i < found.end(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
