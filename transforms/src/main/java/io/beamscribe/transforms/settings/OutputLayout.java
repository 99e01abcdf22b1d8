// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.settings;

import static java.util.stream.Collectors.joining;

import io.beamscribe.speech.formats.TranscriptFormat;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Addresses of everything under {@code --output}. Immutable.
 *
 * @param root output folder; a trailing slash is removed
 * @param storage how to reach it
 */
public record OutputLayout(String root, StorageSettings storage) implements Serializable {
  /** Name of the folder of finished blocks, below the output. */
  public static final String PARTS = "/_parts";

  /** The folder, below the root, of the runs that are not over. */
  public static final String RUNS = "/_run";

  private static final Set<String> NO_TRANSCRIPTS = Set.of("report.json", "evaluation.json");
  private static final String ANALYTICS = "." + TranscriptFormat.ANALYTICS.extension();
  private static final String TRANSCRIPTS = "/transcripts";
  private static final String VOICES = "/voices";

  // File systems allow 255 bytes in a name; room stays for an extension such as ".json".
  private static final int LONGEST_NAME = 240;

  /**
   * Names of files to which the extension of one format would give that of another, and none, which
   * keys of objects may have.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?:|.*\\.(?:"
              + Stream.of(TranscriptFormat.values())
                  .map(TranscriptFormat::extension)
                  .filter(extension -> extension.contains("."))
                  .map(extension -> extension.substring(0, extension.lastIndexOf('.')))
                  .collect(joining("|"))
              + "))~*",
          Pattern.DOTALL);

  /** Names of folders that would be those of results, lead elsewhere, or be lost. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "(?:\\.{0,2}|.*\\.(?:"
              + Stream.of(TranscriptFormat.values())
                  .map(TranscriptFormat::extension)
                  .collect(joining("|"))
              + "))~*",
          Pattern.DOTALL);

  /**
   * Characters that stores cannot list, or that no file system takes, and what our own shortened
   * names look like.
   */
  private static final Pattern UNFIT =
      Pattern.compile(
          ".*(?:[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]|~[0-9a-f]{12}$).*",
          Pattern.DOTALL);

  private static final Pattern UNFIT_CHARACTER =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

  public OutputLayout {
    root = root.length() > 1 && root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  /** The layout of a local folder. */
  public OutputLayout(String root) {
    this(root, StorageSettings.NONE);
  }

  /** The folder of the transcripts. */
  public String transcripts() {
    return root + TRANSCRIPTS;
  }

  /** Address of the transcript of a file in one format. */
  public String transcript(String path, String extension) {
    return transcripts() + "/" + fitting(path) + "." + extension;
  }

  /** Address of the marker of a file. */
  public String marker(String path) {
    return markers() + "/" + markerName(path);
  }

  /** The folder of the markers. */
  public String markers() {
    return root + "/_done";
  }

  /** Name of a file's marker below {@link #markers}. */
  public static String markerName(String path) {
    return fitting(path) + ".json";
  }

  /** The folder of the marker index. */
  public String markerIndex() {
    return markers() + "/.index";
  }

  /** Address of the copy of a file's audio without personal data. */
  public String maskedAudio(String path) {
    return root + "/audio/" + fitting(path) + ".wav";
  }

  /** Address of the saved speaker embeddings of a file. */
  public String voices(String path) {
    return root + VOICES + "/" + fitting(path) + ".json";
  }

  /**
   * Address of the saved speaker embeddings of a transcript at an address; empty if that is in no
   * output folder.
   *
   * @param transcript address of the transcript as JSON
   */
  public static Optional<String> voicesOf(String transcript) {
    int at = transcript.lastIndexOf(TRANSCRIPTS + "/");
    return at < 0
        ? Optional.empty()
        : Optional.of(
            transcript.substring(0, at) + VOICES + transcript.substring(at + TRANSCRIPTS.length()));
  }

  /**
   * Whether a file in a folder of results is something else: a report, an evaluation, figures about
   * a call, or of what runs keep for themselves.
   *
   * @param path below the folder, or the name alone
   */
  public static boolean isNoTranscript(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return NO_TRANSCRIPTS.contains(name)
        || name.endsWith(ANALYTICS)
        || name.startsWith("_")
        || path.startsWith("_");
  }

  /** The folder of the runs that are not over. */
  public String runs() {
    return root + RUNS;
  }

  /** The folder of what one run keeps until it is over. */
  public String run(String run) {
    return runs() + "/" + run;
  }

  /** The folder of what failed in a run that is not over. */
  public String failed(String run) {
    return run(run) + "/failed";
  }

  /** The folder of the finished blocks of incomplete files. */
  public String parts() {
    return root + PARTS;
  }

  /** The folder of the finished blocks of one file. */
  public String parts(String path) {
    return parts() + "/" + fitting(path);
  }

  /**
   * The folder of the finished blocks of one file, for all runs that give them the same bytes.
   *
   * @param fingerprint of the file's result
   */
  public String parts(String path, String fingerprint) {
    return parts(path) + "/" + fingerprint.substring(0, 16);
  }

  /** The folder of the finished blocks of one file that only one run, which overwrites, takes. */
  public String parts(String path, String fingerprint, String run) {
    return parts(path, fingerprint) + "-" + run;
  }

  /** Address of the dead letter of a file that failed for good in an unbounded job. */
  public String failure(String path) {
    return root + "/_failed/" + fitting(path) + ".json";
  }

  /** Address of a dead letter where {@link #failure} is no name that the output can hold. */
  public String failureWithoutName(String path) {
    return root + "/_failed/_unnamed/" + DigestUtils.sha256Hex(path) + ".json";
  }

  /** Address of the speeds of earlier runs. */
  public String speeds() {
    return root + "/_speed.json";
  }

  /** Address of the report in one format: that of the last run. */
  public String report(String extension) {
    return root + "/report." + extension;
  }

  /** Address of the report of one run, as JSON, until it is read. */
  public String ownReport(String run) {
    return run(run) + "/report.json";
  }

  /**
   * The path of the results of a file, such that no two files share one, none leads out of its
   * folder, and none takes the place of a folder that another needs: {@code a.wav} beside {@code
   * a.wav.json/b.wav}. Names that fit are kept.
   */
  private static String fitting(String path) {
    String[] names = path.split("/", -1);
    for (int i = 0; i < names.length; i++) {
      names[i] = writable(free(names[i], i < names.length - 1 ? TAKEN : AMBIGUOUS));
    }
    return String.join("/", names);
  }

  /** A name that means nothing else; one more tilde for each taken name keeps all different. */
  private static String free(String name, Pattern taken) {
    return taken.matcher(name).matches() ? name + "~" : name;
  }

  /**
   * Changes a name that would not fit with an extension, or that cannot be written or listed; a
   * digest keeps such names apart.
   */
  private static String writable(String name) {
    boolean fits =
        name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
            && !UNFIT.matcher(name).matches();
    return fits ? name : cut(UNFIT_CHARACTER.matcher(name).replaceAll("_")) + "~" + digest(name);
  }

  private static String digest(String name) {
    // As UTF-16: in UTF-8 all halves of characters would be the same question mark.
    return DigestUtils.sha256Hex(
            UNFIT_CHARACTER.matcher(name).find()
                ? name.getBytes(StandardCharsets.UTF_16BE)
                : name.getBytes(StandardCharsets.UTF_8))
        .substring(0, 12);
  }

  private static String cut(String name) {
    int end = name.length();
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - 13) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end);
  }
}
