// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.telemetry;

import io.beamscribe.speech.report.FileReport;
import io.beamscribe.transforms.values.AudioBlock;
import io.beamscribe.transforms.values.AudioFile;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.MDC;

/**
 * Adds the current file to each log line of this thread until closed: {@code run} as in markers,
 * {@code file} without secrets, {@code block} from 0.
 */
public final class LogContext implements AutoCloseable {
  private final Map<String, String> before = new HashMap<>();

  private LogContext(String run, String file) {
    put("run", run);
    put("file", file);
  }

  public static LogContext of(String run, FileReport row) {
    return new LogContext(run, row.sourceUrl());
  }

  public static LogContext of(String run, AudioFile file) {
    return new LogContext(run, file.source());
  }

  public static LogContext of(String run, AudioBlock block) {
    LogContext context = of(run, block.file());
    context.put("block", String.valueOf(block.index()));
    return context;
  }

  private void put(String key, String value) {
    before.put(key, MDC.get(key));
    MDC.put(key, value);
  }

  @Override
  public void close() {
    before.forEach(
        (key, value) -> {
          if (value == null) {
            MDC.remove(key);
          } else {
            MDC.put(key, value);
          }
        });
  }
}
