// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.inputs.Preflight;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.transforms.listing.Globs;
import io.beamscribe.transforms.listing.StoredListing;
import io.beamscribe.transforms.storage.AtomicFiles;
import io.beamscribe.transforms.storage.ObjectStorage;
import io.beamscribe.transforms.storage.StorageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;

/** The files of references that the command line stands for. */
final class ReferenceFinder {
  private ReferenceFinder() {}

  static List<String> of(List<String> given, StorageSettings storage) throws UsageException {
    Preflight.requireInputs(given, storage);
    TreeSet<String> found = new TreeSet<>();
    for (String address : given) {
      try {
        List<String> own = find(address, storage);
        if (own.isEmpty()) {
          throw new UsageException(
              "There is no file of references in '%s'; their names end in .tsv, .stm, .TextGrid, .ctm, .rttm or .zip."
                  .formatted(Addresses.withoutSecrets(address)));
        }
        found.addAll(own);
      } catch (IOException e) {
        throw new UsageException(
            "The references '%s' cannot be read.".formatted(Addresses.withoutSecrets(address)), e);
      }
    }
    return List.copyOf(found);
  }

  private static List<String> find(String address, StorageSettings storage) throws IOException {
    boolean local = Addresses.isLocal(address);
    if (local && Files.isDirectory(Path.of(Addresses.localPath(address)))
        || !local && address.endsWith("/")) {
      String folder = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
      return new AtomicFiles(storage)
          .list(folder).stream().filter(ReferenceFinder::isReference).toList();
    }
    if (local && Files.exists(Path.of(Addresses.localPath(address))) || !Globs.isPattern(address)) {
      return List.of(address);
    }
    if (new ObjectStorage(storage).has(address)) {
      return new StoredListing(storage).addresses(address);
    }
    List<String> matches = new ArrayList<>();
    for (String spelling : Globs.spellings(address)) {
      FileSystems.match(spelling, EmptyMatchTreatment.ALLOW)
          .metadata()
          .forEach(entry -> matches.add(entry.resourceId().toString()));
    }
    return matches;
  }

  /** Plain text in a folder is a transcript of something more often than a list of references. */
  private static boolean isReference(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return (ReferenceFiles.isReference(name) && !plain.endsWith(".txt"))
        || plain.endsWith("/trans.txt")
        || plain.endsWith(".zip");
  }
}
