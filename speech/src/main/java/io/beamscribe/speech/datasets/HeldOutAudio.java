// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.datasets;

import io.beamscribe.speech.text.LowerCase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Audio with transcripts in two halves, each of which can be held out while a model is made of the
 * other. Of much audio a part is held out, from all over it, and the rest is in no half.
 */
public final class HeldOutAudio {
  /** Seconds of audio in both halves, which cost a fraction of that to transcribe. */
  private static final double MOST_SECONDS = 600;

  private static final String LISTING = "trans.txt";

  private final List<Path> halves = new ArrayList<>();
  private final List<List<String>> transcripts = new ArrayList<>();

  /** Transcripts in no half, a line each. */
  private final StringBuilder rest = new StringBuilder();

  private record Utterance(Path archive, String file, String transcript) {}

  private HeldOutAudio() {}

  /**
   * Divides audio.
   *
   * @param files as of {@link AudioData#acoustic}
   * @param folder an empty one, to be filled
   */
  public static HeldOutAudio divide(List<Path> files, Path folder) throws IOException {
    List<Utterance> all = new ArrayList<>();
    double[] seconds = {0};
    for (Path archive : files) {
      AudioData.acoustic(
          archive,
          (file, transcript, length) -> {
            all.add(new Utterance(archive, file, transcript));
            seconds[0] += length;
          });
    }
    int step = (int) Math.max(1, Math.ceil(seconds[0] / MOST_SECONDS));
    HeldOutAudio held = new HeldOutAudio();
    for (int half = 0; half < 2; half++) {
      held.halves.add(Files.createDirectories(folder.resolve("half-" + half)));
      held.transcripts.add(new ArrayList<>());
    }
    StringBuilder[] listings = {new StringBuilder(), new StringBuilder()};
    for (int i = 0; i < all.size(); i++) {
      Utterance each = all.get(i);
      if (i % step > 0) {
        held.rest.append(each.transcript()).append('\n');
        continue;
      }
      int half = i / step % 2;
      String name = String.format(Locale.ROOT, "%06d.wav", i);
      copy(each, held.halves.get(half).resolve(name));
      listings[half].append(name).append('\t').append(each.transcript()).append('\n');
      held.transcripts.get(half).add(each.transcript());
    }
    for (int half = 0; half < 2; half++) {
      Files.writeString(held.halves.get(half).resolve(LISTING), listings[half]);
    }
    return held;
  }

  private static void copy(Utterance utterance, Path to) throws IOException {
    try (AudioArchive archive = AudioArchive.open(utterance.archive());
        InputStream in = archive.open(utterance.file())) {
      Files.copy(in, to);
    }
  }

  /** Whether each half has something. */
  public boolean suffices() {
    return transcripts.stream().noneMatch(List::isEmpty);
  }

  /** A half's references: names of its files and their transcripts, beside the audio. */
  public Path references(int half) {
    return halves.get(half).resolve(LISTING);
  }

  /** Writes the transcripts that are not held out with a half, a line each. */
  public void writeOthers(int half, Path file) throws IOException {
    Files.writeString(file, String.join("\n", transcripts.get(1 - half)) + "\n" + rest);
  }

  /**
   * Writes the lines of a text that say nothing of what is held out with a half: a text often holds
   * the very sentences that are spoken.
   *
   * @return whether any is left
   */
  public boolean writeWithout(int half, Path text, Path file) throws IOException {
    List<String> held = transcripts.get(half).stream().map(LowerCase::letters).toList();
    List<String> kept = new ArrayList<>();
    LanguageText.read(
        text,
        line -> {
          String letters = LowerCase.letters(line);
          if (held.stream().noneMatch(letters::contains)) {
            kept.add(line);
          }
        });
    Files.write(file, kept);
    return !kept.isEmpty();
  }
}
