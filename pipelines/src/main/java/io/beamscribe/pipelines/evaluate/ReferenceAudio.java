// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.evaluate;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.scoring.FileReference;
import io.beamscribe.speech.scoring.references.ReferenceFiles;
import io.beamscribe.transforms.evaluate.EvaluationPlan;
import io.beamscribe.transforms.evaluate.ReferenceStore;
import io.beamscribe.transforms.storage.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The audio that references are about: where it is, or taken out of an archive. */
final class ReferenceAudio {
  /** Bytes of audio of one archive; more is a mistake or an attack. */
  private static final long MOST = 20L << 30;

  private final EvaluationPlan plan;
  private final AtomicFiles files;

  ReferenceAudio(EvaluationPlan plan) {
    this.plan = plan;
    this.files = new AtomicFiles(plan.storage());
  }

  /**
   * Writes a list of the audio, for a transcription to read.
   *
   * @param folder where it is; null for the folder of the references
   * @return address of the list
   */
  String list(String folder) throws JobException, UsageException {
    Set<String> audio = new LinkedHashSet<>();
    try {
      for (String reference : plan.references()) {
        if (reference.toLowerCase(Locale.ROOT).endsWith(".zip")) {
          audio.addAll(unpacked(reference));
        } else {
          audio.addAll(named(reference, folder));
        }
      }
      if (audio.isEmpty()) {
        throw new UsageException("The references name no audio.");
      }
      String list = plan.file("_audio.txt");
      files.write(list, (String.join("\n", audio) + "\n").getBytes(StandardCharsets.UTF_8));
      return list;
    } catch (IOException e) {
      throw new JobException("The audio of the references cannot be listed.", e);
    }
  }

  private List<String> named(String reference, String folder) throws IOException {
    ReferenceStore store = new ReferenceStore(plan.storage());
    store.read(reference);
    int slash = reference.lastIndexOf('/');
    String base = folder != null ? folder : slash < 0 ? "." : reference.substring(0, slash);
    String root = base.endsWith("/") ? base : base + "/";
    Map<String, String> found = null;
    List<String> audio = new ArrayList<>();
    for (FileReference each : store.references()) {
      String file = each.file();
      if (Addresses.hasScheme(file) || file.startsWith("/")) {
        audio.add(file);
      } else if (file.matches(".*\\.[A-Za-z0-9]{2,5}")) {
        audio.add(root + file);
      } else {
        // STM, RTTM and TextGrid name audio without its extension.
        found = found == null ? byEnd(base) : found;
        audio.add(found.getOrDefault(file, root + file));
      }
    }
    return audio;
  }

  /** Files that may be audio, by each end of their paths without extension; the first by name. */
  private Map<String, String> byEnd(String folder) throws IOException {
    Map<String, String> byEnd = new HashMap<>();
    for (String address : files.list(folder).stream().sorted().toList()) {
      int dot = address.lastIndexOf('.');
      boolean isOther = ReferenceFiles.isReference(address) || address.endsWith(".json");
      if (isOther || dot <= address.lastIndexOf('/') || dot + 1 == address.length()) {
        continue;
      }
      for (int at = address.indexOf('/'); at >= 0; at = address.indexOf('/', at + 1)) {
        byEnd.putIfAbsent(address.substring(at + 1, dot), address);
      }
    }
    return byEnd;
  }

  private List<String> unpacked(String archive) throws IOException {
    List<String> audio = new ArrayList<>();
    long left = MOST;
    try (ZipInputStream zip = new ZipInputStream(files.open(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replace('\\', '/');
        String plain = name.substring(name.lastIndexOf('/') + 1);
        boolean leavesFolder = List.of(name.split("/")).contains("..") || name.startsWith("/");
        if (entry.isDirectory()
            || leavesFolder
            || plain.startsWith(".")
            || name.startsWith("__MACOSX/")
            || ReferenceFiles.isReference(plain)) {
          continue;
        }
        String address = plan.file("_audio/" + name);
        long[] taken = new long[1];
        long most = left;
        files.write(
            address,
            out -> {
              byte[] some = new byte[1 << 16];
              for (int count = zip.read(some); count >= 0; count = zip.read(some)) {
                taken[0] += count;
                if (taken[0] > most) {
                  throw new IOException("The archive has too much audio.");
                }
                out.write(some, 0, count);
              }
            });
        left -= taken[0];
        audio.add(address);
      }
    }
    return audio;
  }
}
