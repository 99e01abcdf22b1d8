// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.pronunciation.Assessment.Candidate;
import io.beamscribe.speech.pronunciation.Assessment.PhoneResult;
import io.beamscribe.speech.pronunciation.Assessment.SyllableResult;
import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.speech.pronunciation.lexicon.Phone;
import io.beamscribe.speech.pronunciation.lexicon.Phoneme;
import io.beamscribe.speech.pronunciation.lexicon.Syllables;
import io.beamscribe.speech.pronunciation.model.AlignedPhone;
import io.beamscribe.speech.pronunciation.model.Marks;
import io.beamscribe.speech.pronunciation.model.Posteriors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Describes the words of a stretch from its marks. */
final class WordDetail {
  private static final int FRAME = 20;

  /** Score below which a word is mispronounced, as the cloud service has it. */
  private static final double WRONG = 60;

  /** Scores of phones are their marks, 0 to 2, times this. */
  private static final double PHONE_SCORE = 50;

  /** Frames of a pause where none is expected, and that is missed: 400 and 60 ms. */
  private static final int BREAK = 20;

  private static final int NO_BREAK = 3;

  private final Stretch stretch;
  private final Marks marks;
  private final PronunciationOptions options;
  private final boolean monotone;

  WordDetail(Stretch stretch, Marks marks, PronunciationOptions options, boolean monotone) {
    this.stretch = stretch;
    this.marks = marks;
    this.options = options;
    this.monotone = monotone;
  }

  /**
   * Describes a word.
   *
   * @param word its number in the reference
   * @param place its number among the words with marks
   * @param ways its pronunciations
   * @param missed whether it is there only as it has to be somewhere
   */
  WordResult of(int word, int place, List<List<Phone>> ways, boolean missed) {
    List<Integer> own = new ArrayList<>();
    List<PhoneResult> phones = new ArrayList<>();
    List<Phone> way = List.of();
    int pause = 0;
    int spoken = 0;
    AlignedPhone before = null;
    for (AlignedPhone phone : marks.phones()) {
      if (phone.word() == place) {
        if (own.isEmpty() && before != null && before.word() < 0 && spoken > 0) {
          pause = before.to() - before.from();
        }
        way = ways.get(phone.variant());
        own.add(spoken);
        phones.add(phone(phone, way.get(phone.place()), marks.phoneMarks().get(spoken)));
      }
      spoken += phone.word() >= 0 ? 1 : 0;
      before = phone;
    }
    String text = stretch.referenceWords().get(word);
    double score = StretchAssessment.score(marks.wordMarks().get(place));
    ErrorType breaks = options.prosody() && place > 0 ? breaks(word, pause) : null;
    return new WordResult(
        text,
        phones.get(0).startMilliseconds(),
        phones.get(phones.size() - 1).endMilliseconds(),
        missed ? null : score,
        missed ? ErrorType.OMISSION : error(score, breaks),
        (long) pause * FRAME,
        breaks,
        monotone,
        missed ? List.of() : syllables(text, way, phones),
        missed ? List.of() : phones);
  }

  private ErrorType error(double score, @Nullable ErrorType breaks) {
    if (score < WRONG) {
      return ErrorType.MISPRONUNCIATION;
    }
    if (breaks != null) {
      return breaks;
    }
    return monotone ? ErrorType.MONOTONE : ErrorType.NONE;
  }

  private @Nullable ErrorType breaks(int word, int pause) {
    boolean expected = stretch.reference().words().get(word).broken();
    if (!expected && pause >= BREAK) {
      return ErrorType.UNEXPECTED_BREAK;
    }
    return expected && pause < NO_BREAK ? ErrorType.MISSING_BREAK : null;
  }

  private PhoneResult phone(AlignedPhone aligned, Phone phone, double mark) {
    return new PhoneResult(
        new SpokenPhone(phone.phoneme(), phone.stressed()),
        time(aligned.from()),
        time(aligned.to()),
        Math.max(0, Math.min(100, PHONE_SCORE * mark)),
        candidates(aligned, phone));
  }

  /** The phones with the highest mean log posteriors; scores fall to 0 at a posterior of e^-10. */
  private List<Candidate> candidates(AlignedPhone aligned, Phone phone) {
    Posteriors posteriors = marks.posteriors();
    return IntStream.range(0, Posteriors.SILENCE)
        .mapToObj(
            other ->
                new Candidate(
                    new SpokenPhone(
                        Phoneme.values()[other], other != Phoneme.AH.ordinal() || phone.stressed()),
                    Math.max(0, 100 + 10 * posteriors.mean(other, aligned.from(), aligned.to()))))
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(options.nBestPhonemes())
        .toList();
  }

  private static List<SyllableResult> syllables(
      String text, List<Phone> way, List<PhoneResult> phones) {
    List<Integer> lengths = Syllables.lengths(way);
    List<String> letters = Syllables.letters(text, lengths.size());
    List<SyllableResult> syllables = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < lengths.size(); i++) {
      List<PhoneResult> own = phones.subList(from, from + lengths.get(i));
      syllables.add(
          new SyllableResult(
              own.size(),
              letters.get(i),
              own.get(0).startMilliseconds(),
              own.get(own.size() - 1).endMilliseconds(),
              own.stream().mapToDouble(PhoneResult::accuracy).average().orElse(0)));
      from += own.size();
    }
    return syllables;
  }

  private long time(int frame) {
    return stretch.segment().range().startMillis() + (long) frame * FRAME;
  }
}
