// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.rewrite;

import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.speakers.KeptVoices;
import io.beamscribe.speech.transcript.Transcript;
import io.beamscribe.speech.transcript.json.TranscriptJson;
import io.beamscribe.transforms.listing.Globs;
import io.beamscribe.transforms.listing.StoredListing;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;

/**
 * An existing result document.
 *
 * @param address of the document
 * @param path path below its input folder, without {@code .json}; kept below --output
 * @param storage how to reach it
 */
@Internal
public record StoredResult(String address, String path, StorageSettings storage) {
  private static final String JSON = ".json";

  /** The address without {@code .json}; other files of the same result differ in the extension. */
  public String stem() {
    return withoutJson(address);
  }

  /** Its stem in another folder, or where it is if that is null. */
  public String stem(String output) {
    return output == null ? stem() : output.replaceFirst("/$", "") + "/" + path;
  }

  /** Reads the transcript. */
  public Transcript transcript() throws SpeechException, IOException {
    return TranscriptJson.read(content(address));
  }

  /** Reads the saved embeddings. */
  public KeptVoices keptVoices() throws SpeechException, IOException {
    return KeptVoices.read(
        content(
            OutputLayout.voicesOf(address).orElseThrow(() -> new FileNotFoundException(address))));
  }

  private byte[] content(String address) throws IOException {
    return new AtomicFiles(storage)
        .read(address)
        .orElseThrow(() -> new FileNotFoundException(address));
  }

  /** Whether there are saved embeddings, which only output folders of Beamscribe have. */
  public boolean hasVoices() throws IOException {
    Optional<String> voices = OutputLayout.voicesOf(address);
    return voices.isPresent() && new AtomicFiles(storage).exists(voices.get());
  }

  /**
   * The documents of an input, sorted by name. In an output folder of Beamscribe these are the
   * transcripts with a marker, in any other folder, as of what a pattern matches, all files that
   * end in {@code .json} except those of {@link OutputLayout#isNoTranscript}.
   */
  public static List<StoredResult> of(String input, StorageSettings storage) throws JobException {
    try {
      return list(input, storage);
    } catch (IOException | IllegalArgumentException e) {
      throw new JobException("The input '" + input + "' cannot be listed.", e);
    }
  }

  private static List<StoredResult> list(String input, StorageSettings storage) throws IOException {
    String folder = input.endsWith("/") ? input.substring(0, input.length() - 1) : input;
    if (!isFolder(input)) {
      List<StoredResult> files = files(input, storage);
      // A store has no folders: it may be what an earlier run was given as --output.
      boolean prefix = new ObjectStorage(storage).has(input) && !Globs.isPattern(input);
      if (!files.isEmpty() || !prefix) {
        return files;
      }
    }
    OutputLayout output = new OutputLayout(folder, storage);
    List<String> finished = below(output.markers(), storage);
    if (finished.isEmpty()) {
      return below(folder, storage).stream()
          .filter(path -> !OutputLayout.isNoTranscript(path))
          .map(path -> new StoredResult(folder + "/" + path, withoutJson(path), storage))
          .toList();
    }
    List<StoredResult> sources = new ArrayList<>();
    for (String path : finished) {
      String address = output.transcripts() + "/" + path;
      if (new AtomicFiles(storage).exists(address)) {
        String below = address.substring(output.root().length() + 1);
        sources.add(new StoredResult(address, withoutJson(below), storage));
      }
    }
    return sources;
  }

  private static List<StoredResult> files(String input, StorageSettings storage)
      throws IOException {
    List<String> found =
        new AtomicFiles(storage).exists(input) ? List.of(input) : matching(input, storage);
    return found.stream()
        .filter(address -> address.equals(input) || !OutputLayout.isNoTranscript(name(address)))
        .map(address -> new StoredResult(address, withoutJson(name(address)), storage))
        .toList();
  }

  private static List<String> matching(String pattern, StorageSettings storage) throws IOException {
    return new ObjectStorage(storage).has(pattern)
        ? new StoredListing(storage).addresses(pattern)
        : FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
            .map(entry -> entry.resourceId().toString())
            .sorted()
            .toList();
  }

  /** Paths of the JSON files below a folder, sorted. */
  private static List<String> below(String folder, StorageSettings storage) throws IOException {
    return new AtomicFiles(storage)
        .list(folder).stream()
            .filter(address -> address.endsWith(JSON))
            .map(address -> address.substring(address.indexOf(folder) + folder.length() + 1))
            .sorted()
            .toList();
  }

  private static boolean isFolder(String input) {
    if (!Addresses.isLocal(input)) {
      return input.endsWith("/");
    }
    try {
      return Files.isDirectory(Path.of(Addresses.localPath(input)));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String name(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String withoutJson(String name) {
    return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
  }
}
