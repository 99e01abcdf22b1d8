// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.text.forms;

import io.beamscribe.speech.text.SentenceEnds;
import io.beamscribe.speech.text.punctuation.Punctuation;
import io.beamscribe.speech.transcript.Phrase;
import io.beamscribe.speech.transcript.Provenance;
import io.beamscribe.speech.transcript.Reading;
import io.beamscribe.speech.transcript.TextProvenance;
import io.beamscribe.speech.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the forms of all phrases of a transcript. What was written before does not matter: the
 * same words with the same options give the same forms, whether they come from an engine or from a
 * stored result. Not thread-safe.
 */
public final class TextForms {
  /** Milliseconds between phrases when none follows. */
  private static final long LONG = 10_000;

  private final Transcript transcript;
  private final TextOptions options;
  private final Set<String> verbatim;
  private final PhraseForms forms;

  private TextForms(Transcript transcript, Provenance provenance, TextOptions options) {
    this.transcript = transcript;
    this.options = options;
    this.forms = new PhraseForms(options);
    this.verbatim =
        provenance.text() == null
            ? asSpoken(transcript, provenance)
            : Set.copyOf(provenance.text().verbatim());
  }

  /** Locales of which earlier versions kept words only as spoken. */
  private static Set<String> asSpoken(Transcript transcript, Provenance provenance) {
    Set<String> spoken = new TreeSet<>();
    Set<String> written = new TreeSet<>();
    for (Phrase phrase : transcript.phrases()) {
      Reading best = phrase.best();
      boolean same = best.displayWords().isEmpty() && best.display().equals(best.lexical());
      (same ? spoken : written).add(provenance.language(phrase));
    }
    spoken.removeAll(written);
    return spoken;
  }

  /**
   * The transcript in its forms. One of another program stays as it is: what its engine wrote is
   * not known.
   */
  public static Transcript of(Transcript transcript, TextOptions options) {
    Provenance provenance = transcript.provenance();
    return provenance == null
        ? transcript
        : new TextForms(transcript, provenance, resolved(provenance.text(), options))
            .write(provenance);
  }

  /**
   * With the marks that are there, if no others are asked for. Nothing but audio has marks of
   * Whisper: a stored result without them gets those of rules.
   */
  private static TextOptions resolved(@Nullable TextProvenance before, TextOptions options) {
    boolean there = before != null && before.punctuation().equals(label(Punctuation.WHISPER));
    boolean stored = before == null || !before.version().isEmpty();
    return switch (options.punctuation()) {
      case AUTO -> options.withPunctuation(there ? Punctuation.WHISPER : Punctuation.RULES);
      case WHISPER -> stored && !there ? options.withPunctuation(Punctuation.RULES) : options;
      default -> options;
    };
  }

  private static String label(Punctuation punctuation) {
    return punctuation.name().toLowerCase(Locale.ROOT);
  }

  private Transcript write(Provenance provenance) {
    List<Phrase> written = new ArrayList<>();
    List<Phrase> phrases = transcript.phrases();
    boolean open = false;
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      boolean first = i == 0 || phrases.get(i - 1).channel() != phrase.channel();
      Phrase now =
          forms.write(
              phrase,
              provenance.language(phrase),
              verbatim.contains(provenance.language(phrase)),
              silence(i),
              !first && open);
      open = !SentenceEnds.at(now.best().display());
      written.add(now);
    }
    return new Transcript(
        transcript.source(),
        transcript.timestamp(),
        transcript.durationMilliseconds(),
        transcript.channels(),
        written,
        provenance.withText(
            new TextProvenance(
                TextOptions.VERSION,
                List.copyOf(verbatim.stream().sorted().toList()),
                verbatim.isEmpty() ? "" : label(options.punctuation()),
                options.mode().label(),
                provenance.text() == null ? null : provenance.text().entities())));
  }

  private long silence(int index) {
    List<Phrase> phrases = transcript.phrases();
    Phrase phrase = phrases.get(index);
    return index + 1 < phrases.size() && phrases.get(index + 1).channel() == phrase.channel()
        ? phrases.get(index + 1).startMilliseconds() - phrase.endMilliseconds()
        : LONG;
  }
}
