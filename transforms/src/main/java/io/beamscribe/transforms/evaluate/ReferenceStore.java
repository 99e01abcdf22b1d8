// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.evaluate;

import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import io.beamscribe.speech.scoring.FileReference;
import io.beamscribe.speech.scoring.conversations.Turn;
import io.beamscribe.speech.scoring.evaluation.EvaluationDocument.Problem;
import io.beamscribe.speech.scoring.references.BadLine;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.speech.scoring.references.References;
import io.beamscribe.speech.scoring.references.Utterance;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads references and puts together what they say about each file. Not thread-safe. */
public final class ReferenceStore {
  private final AtomicFiles files;
  private final Map<String, List<Utterance>> utterances = new LinkedHashMap<>();
  private final Map<String, String> locales = new LinkedHashMap<>();
  private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  public ReferenceStore(StorageSettings storage) {
    this.files = new AtomicFiles(storage);
  }

  /** Reads a file of references: text, or an archive of audio with a file of transcripts. */
  public void read(String address) {
    try {
      if (address.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        readArchive(address);
        return;
      }
      byte[] content = files.read(address).orElseThrow(() -> new FileNotFoundException(address));
      add(address, ReferenceFiles.read(address, content));
    } catch (IOException e) {
      problems.add(
          new Problem(
              address,
              null,
              "",
              "The file of references cannot be read" + TooLargeException.reason(e) + "."));
    }
  }

  private void readArchive(String address) throws IOException {
    boolean any = false;
    boolean found = false;
    try (ZipInputStream zip = new ZipInputStream(files.open(address))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        any = true;
        String name = entry.getName();
        if (!entry.isDirectory() && isTranscripts(name)) {
          found = true;
          add(address + "!" + name, ReferenceFiles.read(name, WholeContent.of(zip)));
        }
      }
    }
    if (!found) {
      String why =
          any
              ? "The archive has no file of transcripts, as trans.txt."
              : "The file is no zip archive, or an empty one.";
      problems.add(new Problem(address, null, "", why));
    }
  }

  /** Whether a member of an archive has transcripts, rather than audio or what systems add. */
  static boolean isTranscripts(String name) {
    String plain = name.substring(name.lastIndexOf('/') + 1);
    return ReferenceFiles.isReference(plain)
        && !plain.startsWith(".")
        && !name.startsWith("__MACOSX/");
  }

  private void add(String source, References references) {
    for (Utterance each : references.utterances()) {
      utterances.computeIfAbsent(each.file(), key -> new ArrayList<>()).add(each);
    }
    locales.putAll(references.locales());
    references.turns().forEach(turns::putIfAbsent);
    for (BadLine bad : references.bad()) {
      problems.add(new Problem(source, bad.line(), bad.file(), bad.sentence()));
    }
    if (references.utterances().isEmpty()
        && references.locales().isEmpty()
        && references.turns().isEmpty()
        && references.bad().isEmpty()) {
      problems.add(new Problem(source, null, "", "The file of references is empty."));
    }
  }

  /** What is wrong with the references. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * All files that are known. References of speakers name files without folders and extension; they
   * are put to the file of that name, if there is one.
   */
  public List<FileReference> references() {
    Map<String, FileReference> all = new LinkedHashMap<>();
    utterances.forEach(
        (file, own) -> all.put(file, new FileReference(file, locale(own), own, List.of())));
    locales.forEach(
        (file, locale) ->
            all.putIfAbsent(file, new FileReference(file, locale, List.of(), List.of())));
    Map<String, String> byBase = new HashMap<>();
    all.keySet().forEach(file -> byBase.putIfAbsent(ResultIndex.base(file), file));
    turns.forEach(
        (name, own) -> {
          String file = all.containsKey(name) ? name : byBase.getOrDefault(name, name);
          FileReference known = all.get(file);
          all.put(
              file,
              known == null
                  ? new FileReference(file, "", List.of(), own)
                  : new FileReference(file, known.locale(), known.utterances(), own));
        });
    return List.copyOf(all.values());
  }

  private static String locale(List<Utterance> utterances) {
    return utterances.stream()
        .map(Utterance::locale)
        .filter(locale -> !locale.isEmpty())
        .findFirst()
        .orElse("");
  }
}
