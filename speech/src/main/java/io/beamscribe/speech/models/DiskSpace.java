// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Free space on the disk of the store. */
public final class DiskSpace {
  private DiskSpace() {}

  /** Whether an I/O error means that the disk, or the user's quota, is full. */
  public static boolean isFull(Throwable e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (message.contains("No space left") || message.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }

  /** Fails early if the model cannot fit. */
  public static void require(Path folder, long bytes) throws IOException, ModelException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw full(folder, bytes);
    }
  }

  public static ModelException full(Path folder, long bytes) {
    String free = "";
    try {
      free = ", and " + megabytes(Files.getFileStore(folder).getUsableSpace()) + " are free";
    } catch (IOException e) {
      // the message omits it
    }
    return new ModelException(
        "there is not enough room in "
            + folder
            + ": about "
            + megabytes(bytes)
            + " are needed"
            + free);
  }

  static String megabytes(long bytes) {
    return (bytes + 999_999) / 1_000_000 + " MB";
  }
}
