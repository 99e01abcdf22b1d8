// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.pronunciation;

import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.pronunciation.Assessment.WordResult;
import io.beamscribe.speech.pronunciation.lexicon.Lexicon;
import io.beamscribe.speech.pronunciation.lexicon.Phone;
import io.beamscribe.speech.pronunciation.model.HeardPhones;
import io.beamscribe.speech.pronunciation.model.Marks;
import io.beamscribe.speech.pronunciation.model.PronunciationModel;
import io.beamscribe.speech.recognition.Evidence;
import io.beamscribe.speech.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Assesses one stretch. Not thread-safe. */
final class StretchAssessor {
  /** Mark of a word below which it was not said if another one was recognised in its place. */
  private static final double SAID = 3;

  /** And if none was. */
  private static final double SAID_UNHEARD = 5;

  /**
   * Mean log posterior of its phones below which it was not said, whatever its mark: those of words
   * that are not there are the least, -20, more often than not, as they are pressed into a frame
   * each.
   */
  private static final double AUDIBLE = -14;

  private static final double AUDIBLE_UNHEARD = -9;

  /** Frames of 20 ms that a phone takes on average at least: nobody reads 25 of them a second. */
  private static final int FASTEST = 2;

  private final Stretch stretch;
  private final PronunciationOptions options;
  private final List<String> reference;
  private final Heard heard;

  StretchAssessor(Stretch stretch, PronunciationOptions options) {
    this.stretch = stretch;
    this.options = options;
    this.reference = stretch.referenceWords();
    this.heard = Heard.align(reference, stretch.heard());
  }

  StretchAssessment assess(PronunciationModel model, Evidence evidence) throws SpeechException {
    HeardPhones phones = model.hear(evidence.hidden());
    List<Integer> kept = new ArrayList<>();
    List<List<List<Phone>>> ways = new ArrayList<>();
    for (int i = 0; i < reference.size(); i++) {
      List<List<Phone>> found = Lexicon.english().pronunciations(reference.get(i));
      ways.add(found);
      if (!found.isEmpty()) {
        kept.add(i);
      }
    }
    if (!fits(kept, ways, evidence.frames())) {
      kept = kept.stream().filter(i -> heard.match()[i] >= 0).toList();
    }
    int asked = kept.size();
    Optional<Marks> marks = marks(model, phones, evidence, ways, kept);
    if (marks.isEmpty()) { // too many even of these
      kept = kept.stream().filter(i -> heard.same()[i]).toList();
      marks = marks(model, phones, evidence, ways, kept);
    }
    boolean[] said = new boolean[reference.size()];
    for (int i = 0; i < kept.size(); i++) {
      said[kept.get(i)] = marks.isPresent() && isSaid(kept.get(i), i, marks.get());
    }
    int count = (int) IntStream.range(0, said.length).filter(i -> said[i]).count();
    if (options.miscue() && count < asked) {
      // what is not there spoils what is beside it
      kept = IntStream.range(0, said.length).filter(i -> said[i]).boxed().toList();
      marks = marks(model, phones, evidence, ways, kept);
    }
    List<WordResult> words = words(marks, kept, ways, said);
    return new StretchAssessment(
        stretch.phrases(), words, reference.size(), count, marks.orElse(null), true);
  }

  /**
   * Whether all of some words can have been said in a time. If not, where those are that nothing
   * was recognised for cannot be known: they would be pressed among the others, or fit nowhere.
   */
  private static boolean fits(List<Integer> words, List<List<List<Phone>>> ways, int frames) {
    int phones =
        words.stream()
            .mapToInt(i -> ways.get(i).stream().mapToInt(List::size).min().orElse(0))
            .sum();
    return phones * FASTEST <= frames;
  }

  private Optional<Marks> marks(
      PronunciationModel model,
      HeardPhones phones,
      Evidence evidence,
      List<List<List<Phone>>> ways,
      List<Integer> kept)
      throws SpeechException {
    if (kept.isEmpty() || stretch.heard().isEmpty()) { // nobody spoke
      return Optional.empty();
    }
    List<String> text = kept.stream().map(reference::get).toList();
    return model.mark(
        phones,
        kept.stream().map(i -> numbers(ways.get(i))).toList(),
        evidence.force(ReferenceText.written(text)));
  }

  private static List<int[]> numbers(List<List<Phone>> ways) {
    return ways.stream()
        .map(way -> way.stream().mapToInt(phone -> phone.phoneme().ordinal()).toArray())
        .toList();
  }

  private boolean isSaid(int word, int place, Marks marks) {
    boolean other = heard.match()[word] >= 0 && !isAdrift();
    return heard.same()[word]
        || marks.wordMarks().get(place) >= (other ? SAID : SAID_UNHEARD)
            && marks.audibility(place) >= (other ? AUDIBLE : AUDIBLE_UNHEARD);
  }

  /**
   * Whether nothing ties the recognised words to the reference: none is the same, and most of them
   * are in no place of it, so that which of them are in one is a matter of chance.
   */
  private boolean isAdrift() {
    return stretch.heard().size() > 2 * reference.size()
        && IntStream.range(0, reference.size()).noneMatch(i -> heard.same()[i]);
  }

  private List<WordResult> words(
      Optional<Marks> marks, List<Integer> kept, List<List<List<Phone>>> ways, boolean[] said) {
    boolean monotone =
        options.prosody()
            && Pitch.isMonotone(stretch.segment().samples(), 0, stretch.segment().samples().length);
    List<WordResult> results = new ArrayList<>();
    long end = stretch.segment().range().startMillis();
    for (int word = 0; word <= reference.size(); word++) {
      for (int inserted : inserted(word, said)) {
        results.add(insertion(stretch.heard().get(inserted)));
      }
      if (word < reference.size()) {
        int place = kept.indexOf(word);
        if (marks.isPresent() && place >= 0) {
          boolean missed = options.miscue() && !said[word];
          WordResult result =
              new WordDetail(stretch, marks.get(), options, monotone)
                  .of(word, place, ways.get(word), missed);
          end = result.endMilliseconds();
          results.add(result);
        } else {
          results.add(omitted(word, end));
        }
      }
    }
    return results;
  }

  /** Recognised words in no place of the reference, or in the place of one that was not said. */
  private List<Integer> inserted(int before, boolean[] said) {
    List<Integer> inserted = new ArrayList<>();
    if (options.miscue() && !stretch.free()) {
      inserted.addAll(heard.insertedBefore().get(before));
      if (before < reference.size() && heard.match()[before] >= 0 && !said[before]) {
        inserted.add(heard.match()[before]);
      }
    }
    return inserted;
  }

  private static WordResult insertion(Word word) {
    return new WordResult(
        word.text(),
        word.startMilliseconds(),
        word.endMilliseconds(),
        null,
        ErrorType.INSERTION,
        0,
        null,
        false,
        List.of(),
        List.of());
  }

  private WordResult omitted(int word, long at) {
    ErrorType error = options.miscue() ? ErrorType.OMISSION : ErrorType.NONE;
    return new WordResult(
        reference.get(word), at, at, null, error, 0, null, false, List.of(), List.of());
  }

  /** Words with times as recognised, without scores. */
  StretchAssessment unscored() {
    List<WordResult> results = new ArrayList<>();
    boolean[] said = heard.same();
    long end = stretch.segment().range().startMillis();
    int count = 0;
    for (int word = 0; word <= reference.size(); word++) {
      for (int inserted : inserted(word, said)) {
        results.add(insertion(stretch.heard().get(inserted)));
      }
      if (word < reference.size()) {
        if (said[word]) {
          Word found = stretch.heard().get(heard.match()[word]);
          results.add(timed(reference.get(word), found));
          end = found.endMilliseconds();
          count++;
        } else {
          results.add(omitted(word, end));
        }
      }
    }
    return new StretchAssessment(stretch.phrases(), results, reference.size(), count, null, false);
  }

  private static WordResult timed(String text, Word word) {
    return new WordResult(
        text,
        word.startMilliseconds(),
        word.endMilliseconds(),
        null,
        ErrorType.NONE,
        0,
        null,
        false,
        List.of(),
        List.of());
  }
}
