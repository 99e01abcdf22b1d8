// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.audio.ffmpeg;

import io.beamscribe.speech.sharing.AlarmClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A running ffmpeg with limits on memory, processor time and wall-clock time. It ends when it is
 * closed, when its time is up, when this JVM exits and, since it has nothing but its pipes and its
 * processor time, soon after this JVM is killed.
 */
public final class FfmpegChild implements AutoCloseable {
  private static final long MEMORY_KIB = 2_000_000;
  private static final int SIGXCPU = 128 + 24;

  /** The children of this JVM, which are to end with it. */
  private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

  /** One sleeping thread for any number of children. */
  private static final ScheduledThreadPoolExecutor TIMER = AlarmClock.start("ffmpeg-alarm");

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(FfmpegChild::kill)));
  }

  private final FfmpegLog log = new FfmpegLog();
  private final Process process;
  private final Thread listener;
  private final ScheduledFuture<?> alarm;
  private volatile boolean timedOut;

  /**
   * @param input its standard input
   * @param limit the wall-clock time after which it is killed
   */
  public FfmpegChild(
      FfmpegProgram program, List<String> arguments, ProcessBuilder.Redirect input, Duration limit)
      throws IOException {
    List<String> command = new ArrayList<>(limited(limit));
    command.addAll(program.command());
    command.addAll(List.of("-nostdin", "-hide_banner", "-nostats"));
    command.addAll(List.of("-loglevel", "repeat+level+verbose", "-max_alloc", "268435456"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectInput(input);
    program.prepare(builder);
    process = builder.start();
    LIVE.add(process);
    alarm = TIMER.schedule(this::timeOut, limit.toMillis(), TimeUnit.MILLISECONDS);
    listener = new Thread(this::listen, "ffmpeg-log");
    listener.setDaemon(true);
    listener.start();
  }

  /** A shell that sets limits and becomes the program. */
  private static List<String> limited(Duration limit) {
    // Not formatted: a shell ignores a limit in the digits of some locales, and goes on without it.
    String limits =
        "ulimit -c 0; ulimit -v " + MEMORY_KIB + "; ulimit -t " + (limit.toSeconds() + 1);
    return List.of("/bin/sh", "-c", limits + "; exec \"$@\"", "sh");
  }

  /** Its decoded output. */
  public InputStream output() {
    return process.getInputStream();
  }

  /** Its input for raw samples, if it was started with a pipe. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  public FfmpegLog log() {
    return log;
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Waits for its exit, after its output has ended; returns the exit code, above 128 for a signal.
   */
  public int await() throws InterruptedException {
    int code = process.waitFor();
    listener.join();
    return code;
  }

  /** The exit code, after its end; 0 on success. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Whether it was killed because its time was up. */
  public boolean timedOut() {
    return timedOut || (!process.isAlive() && process.exitValue() == SIGXCPU);
  }

  @Override
  public void close() {
    alarm.cancel(false);
    kill(process);
    LIVE.remove(process);
  }

  private void timeOut() {
    timedOut = true;
    kill(process);
  }

  private void listen() {
    try (InputStream errors = process.getErrorStream()) {
      log.read(errors);
    } catch (IOException e) {
      log.take("[error] its messages broke off"); // it was killed
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
