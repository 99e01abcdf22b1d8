// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.speech.pronunciation.Assessment.Candidate;
import io.beamscribe.speech.pronunciation.Assessment.PhoneResult;
import io.beamscribe.speech.pronunciation.Assessment.SyllableResult;
import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.speech.pronunciation.PronunciationOptions.Granularity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An assessment as JSON with the names of the cloud service. Not thread-safe. */
public final class AssessmentJson {
  private static final long TICKS = 10_000;
  private static final String ASSESSMENT = "PronunciationAssessment";
  private static final String ACCURACY = "AccuracyScore";

  private final PronunciationOptions options;
  private final boolean nested;

  private AssessmentJson(PronunciationOptions options, boolean nested) {
    this.options = options;
    this.nested = nested;
  }

  /** A phrase of real-time recognition: scores in objects of their own. */
  public static String realTime(Assessment assessment, PronunciationOptions options) {
    return new AssessmentJson(options, true).phrase(assessment).toString();
  }

  /** The answer to short audio: scores beside the words. */
  public static String shortAudio(Assessment assessment, PronunciationOptions options) {
    return new AssessmentJson(options, false).phrase(assessment).toString();
  }

  private ObjectNode phrase(Assessment assessment) {
    ObjectNode phrase = object();
    boolean speech = !assessment.lexical().isEmpty();
    phrase.put("RecognitionStatus", speech ? "Success" : "NoMatch");
    phrase.put("Offset", assessment.startMilliseconds() * TICKS);
    phrase.put("Duration", (assessment.endMilliseconds() - assessment.startMilliseconds()) * TICKS);
    phrase.put("DisplayText", assessment.recognized());
    ObjectNode best = phrase.putArray("NBest").addObject();
    best.put("Confidence", assessment.confidence());
    best.put("Lexical", assessment.lexical());
    best.put("ITN", assessment.recognized());
    best.put("MaskedITN", assessment.recognized());
    best.put("Display", assessment.recognized());
    // clients look for all of them: what is not known is null
    ObjectNode scores = scores(best);
    putOrNull(scores, ACCURACY, assessment.accuracy());
    if (options.comprehensive()) {
      putOrNull(scores, "FluencyScore", assessment.fluency());
      put(scores, "CompletenessScore", assessment.completeness());
      if (options.prosody()) {
        putOrNull(scores, "ProsodyScore", assessment.prosody());
      }
    }
    putOrNull(scores, "PronScore", assessment.total());
    if (!assessment.calibrated()) {
      scores.put("Calibration", "not calibrated");
    }
    if (options.granularity() != Granularity.FULLTEXT) {
      ArrayNode words = best.putArray("Words");
      assessment.words().forEach(word -> words.add(word(word)));
    }
    return phrase;
  }

  private ObjectNode word(WordResult word) {
    ObjectNode node =
        timed("Word", small(word.text()), word.startMilliseconds(), word.endMilliseconds());
    ObjectNode scores = scores(node);
    if (word.error() != ErrorType.OMISSION) {
      put(scores, ACCURACY, word.accuracy());
    }
    scores.put("ErrorType", word.error().word());
    if (options.prosody() && word.accuracy() != null) {
      feedback(scores, word);
    }
    boolean phones = options.granularity() == Granularity.PHONEME;
    if (word.accuracy() != null && (phones || options.granularity() == Granularity.SYLLABLE)) {
      ArrayNode syllables = node.putArray("Syllables");
      int next = 0;
      for (SyllableResult each : word.syllables()) {
        syllables.add(syllable(each, word.phones().subList(next, next + each.phones())));
        next += each.phones();
      }
    }
    if (word.accuracy() != null && phones) {
      ArrayNode all = node.putArray("Phonemes");
      word.phones().forEach(phone -> all.add(phone(phone)));
    }
    return node;
  }

  /** What there is to say of the prosody of a word; breaks have no confidence but 0 and 1. */
  private static void feedback(ObjectNode scores, WordResult word) {
    ObjectNode prosody = scores.putObject("Feedback").putObject("Prosody");
    ObjectNode pause = prosody.putObject("Break");
    ArrayNode types = pause.putArray("ErrorTypes");
    types.add(word.breaks() == null ? "None" : word.breaks().word());
    pause.put("BreakLength", word.breakMilliseconds() * TICKS);
    for (ErrorType each : List.of(ErrorType.UNEXPECTED_BREAK, ErrorType.MISSING_BREAK)) {
      pause.putObject(each.word()).put("Confidence", word.breaks() == each ? 1 : 0);
    }
    ObjectNode intonation = prosody.putObject("Intonation");
    ArrayNode errors = intonation.putArray("ErrorTypes");
    if (word.monotone()) {
      errors.add(ErrorType.MONOTONE.word());
    }
    intonation.putObject("Monotone").put("SyllablePitchDeltaConfidence", word.monotone() ? 1 : 0);
  }

  private ObjectNode syllable(SyllableResult syllable, List<PhoneResult> phones) {
    StringBuilder name = new StringBuilder();
    phones.forEach(phone -> name.append(phone.phone().name(options.ipa())));
    ObjectNode node =
        timed(
            "Syllable", name.toString(), syllable.startMilliseconds(), syllable.endMilliseconds());
    if (!syllable.letters().isEmpty()) {
      node.put("Grapheme", small(syllable.letters()));
    }
    put(scores(node), ACCURACY, syllable.accuracy());
    return node;
  }

  private ObjectNode phone(PhoneResult phone) {
    ObjectNode node =
        timed(
            "Phoneme",
            phone.phone().name(options.ipa()),
            phone.startMilliseconds(),
            phone.endMilliseconds());
    ObjectNode scores = scores(node);
    put(scores, ACCURACY, phone.accuracy());
    if (!phone.nBest().isEmpty()) {
      ArrayNode best = scores.putArray("NBestPhonemes");
      for (Candidate each : phone.nBest()) {
        put(
            best.addObject().put("Phoneme", each.phone().name(options.ipa())),
            "Score",
            each.score());
      }
    }
    return node;
  }

  /** Words are without capitals, as clients compare them with a reference in small letters. */
  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static ObjectNode timed(String kind, String name, long start, long end) {
    return object()
        .put(kind, name)
        .put("Offset", start * TICKS)
        .put("Duration", (end - start) * TICKS);
  }

  private ObjectNode scores(ObjectNode owner) {
    return nested ? owner.putObject(ASSESSMENT) : owner;
  }

  private void putOrNull(ObjectNode node, String name, @Nullable Double score) {
    node.putNull(name);
    put(node, name, score);
  }

  /** A score with one digit behind the point, of 100 or of 5. */
  private void put(ObjectNode node, String name, @Nullable Double score) {
    if (score != null) {
      node.put(name, Math.round((options.hundred() ? score : score / 20) * 10) / 10.0);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
