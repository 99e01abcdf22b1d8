// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.output;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.speech.report.FileStatus;
import io.beamscribe.transforms.settings.OutputLayout;
import io.beamscribe.transforms.settings.TranscriptionSettings;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.annotations.Internal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finished blocks that nobody needs any more, as a worker leaves them that was killed between
 * writing a marker and {@link FinishedBlocks#remove}. Finding them takes one listing, which is
 * usually empty. Where they cannot be removed they are left for the next run, and do no harm.
 */
@Internal
public final class LeftoverBlocks {
  private static final Logger LOG = LoggerFactory.getLogger(LeftoverBlocks.class);

  /** No run needs so long between two blocks of a file. */
  private static final Duration AGE = Duration.ofDays(2);

  private final TranscriptionSettings settings;
  private final OutputLayout output;
  private final AtomicFiles files;

  public LeftoverBlocks(TranscriptionSettings settings) {
    this.settings = settings;
    this.output = settings.output();
    this.files = new AtomicFiles(output.storage());
  }

  /**
   * Removes those of files that are finished, by the rows of a run that is about to end. Others
   * than those of the results that are there may be needed by a run that works now, unless they are
   * old.
   */
  public void remove(Iterable<FileReport> rows) {
    try {
      Map<Folder, Long> kept = kept();
      if (!kept.isEmpty()) {
        Set<String> done = new HashSet<>();
        for (FileReport row : rows) {
          if (row.status() != FileStatus.FAILED) {
            done.add(below(output.parts(), output.parts(row.source())));
          }
        }
        for (Map.Entry<Folder, Long> each : kept.entrySet()) {
          Folder folder = each.getKey();
          if (done.contains(folder.file()) && (isOld(each.getValue()) || isObsolete(folder))) {
            files.deleteFolder(output.parts() + "/" + folder.file() + "/" + folder.key());
          }
        }
      }
      files.deleteEmptyFolders(output.parts());
    } catch (IOException e) {
      LOG.warn("Blocks of files that are done cannot be removed; the next run will try again", e);
    }
  }

  /** Blocks of a file, by the file's name and what they are blocks of. */
  private record Folder(String file, String key) {}

  /** All folders, and when the last of their blocks was kept. */
  private Map<Folder, Long> kept() throws IOException {
    Map<Folder, Long> kept = new HashMap<>();
    for (Map.Entry<String, Long> part : files.times(output.parts()).entrySet()) {
      String[] names = below(output.parts(), part.getKey()).split("/", -1);
      int file = names.length - 2;
      if (file > 0) {
        Folder folder = new Folder(String.join("/", List.of(names).subList(0, file)), names[file]);
        kept.merge(folder, part.getValue(), Math::max);
      }
    }
    return kept;
  }

  private static boolean isOld(long millis) {
    return System.currentTimeMillis() - millis > AGE.toMillis();
  }

  /** Whether the file has the marker of just these results, or only this run could use them. */
  private boolean isObsolete(Folder folder) throws IOException {
    int dash = folder.key().indexOf('-');
    if (dash > 0) {
      return folder.key().substring(dash + 1).equals(settings.run().id());
    }
    return files
        .read(output.markers() + "/" + folder.file() + ".json")
        .flatMap(DoneMarker::read)
        .filter(done -> done.fingerprint().startsWith(folder.key()))
        .isPresent();
  }

  /** The part of an address below a folder. */
  private static String below(String folder, String address) {
    String name = folder.substring(folder.lastIndexOf('/') + 1);
    String start = address.startsWith(folder + "/") ? folder + "/" : "/" + name + "/";
    return address.substring(address.indexOf(start) + start.length());
  }
}
