// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The ONNX Runtime of this process. Thread-safe.
 *
 * <p>Version 1.29.0 matches the command line of the process with a regular expression when it
 * starts, with a recursion per character: a command line of two kilobytes, such as a list of files
 * or a class path, overflows the megabyte of stack of a Java thread, and the process dies silently.
 * Therefore it is started, and sessions are opened, in a thread with a large stack.
 */
public final class OnnxRuntime {
  /**
   * Bytes of stack: address space of which only what is used costs memory; enough for any command
   * line.
   */
  private static final long STACK = 1L << 30;

  /** How long the end of the process waits for sessions, which stop between two operators. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** The option that says where the weights of a graph in memory lie. */
  private static final String WEIGHTS = "session.model_external_initializers_file_folder_path";

  /**
   * Processors without VNNI add products of bytes in pairs to 16 bits, which do not hold those of
   * all weights with a sign. With this option such weights lose it there.
   */
  private static final String EXACT_BYTES = "session.x64quantprecision";

  private static final SessionGate GATE = new SessionGate();

  private OnnxRuntime() {}

  private static final class Started {
    static final OrtEnvironment ENVIRONMENT = start();

    private static OrtEnvironment start() {
      try {
        Telemetry.forbid();
        OrtEnvironment environment = await(startWithRoom(OnnxLibraries::load));
        KeptEnvironment.keep();
        Runtime.getRuntime().addShutdownHook(new Thread(OnnxRuntime::stop, "beamscribe-onnx-stop"));
        environment.setTelemetry(false); // where another part of the program had started it
        return environment;
      } catch (OrtException e) {
        throw new IllegalStateException("ONNX Runtime does not start", e);
      }
    }
  }

  /** Sets what keeps it from reporting to its maker, in the environment of a child process. */
  public static void forbidTelemetry(Map<String, String> environment) {
    environment.put(Telemetry.OFF, Telemetry.YES);
  }

  /** The one environment; it sends no telemetry. */
  public static OrtEnvironment environment() {
    return Started.ENVIRONMENT;
  }

  /**
   * Opens a model whose runs take one thread each.
   *
   * @param arena whether to keep the memory of a run for the next: faster, but each thread that
   *     ever ran keeps as much memory
   */
  public static OrtSession open(Path model, boolean arena) throws OrtException {
    return open(List.of(model), arena).get(0);
  }

  /**
   * Opens a model as {@link #open(Path, boolean)} does.
   *
   * @param graph content of its file
   * @param folder of its weights
   */
  public static OrtSession open(byte[] graph, Path folder, boolean arena) throws OrtException {
    return open(List.of(graph), folder, arena).get(0);
  }

  /** Opens models as {@link #open(byte[], Path, boolean)} does, all at the same time. */
  public static List<OrtSession> open(List<byte[]> graphs, Path folder, boolean arena)
      throws OrtException {
    return all(
        arena,
        graphs.stream()
            .map(
                graph ->
                    (Opening)
                        options -> {
                          options.addConfigEntry(WEIGHTS, folder.toString());
                          return environment().createSession(graph, options);
                        })
            .toList());
  }

  /** Opens models as {@link #open(Path, boolean)} does, all at the same time. */
  public static List<OrtSession> open(List<Path> models, boolean arena) throws OrtException {
    return all(
        arena,
        models.stream()
            .map(
                model ->
                    (Opening) options -> environment().createSession(model.toString(), options))
            .toList());
  }

  private static List<OrtSession> all(boolean arena, List<Opening> openings) throws OrtException {
    environment(); // not in the threads that open sessions
    List<FutureTask<OrtSession>> tasks =
        openings.stream().map(each -> startWithRoom(() -> session(arena, each))).toList();
    List<OrtSession> opened = new ArrayList<>();
    OrtException failure = null;
    for (FutureTask<OrtSession> task : tasks) {
      try {
        opened.add(await(task));
      } catch (OrtException e) {
        failure = e;
      }
    }
    if (failure == null) {
      return opened;
    }
    for (OrtSession each : opened) {
      each.close();
    }
    throw failure;
  }

  /** For the last of several runs: frees memory that no other run uses at its end. */
  public static RunOptions last() throws OrtException {
    RunOptions options = new RunOptions();
    options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
    return options;
  }

  /** Runs a session. Does not return once the process is ending. */
  public static OrtSession.Result run(
      OrtSession session, Map<String, ? extends OnnxTensorLike> inputs) throws OrtException {
    try (RunOptions options = new RunOptions()) {
      return GATE.run(options, () -> session.run(inputs, options));
    }
  }

  /**
   * Runs a session with options of the caller. Does not return once the process is ending.
   *
   * @param wanted outputs to return
   * @param into tensors to write other outputs to
   */
  public static OrtSession.Result run(
      OrtSession session,
      Map<String, ? extends OnnxTensorLike> inputs,
      Set<String> wanted,
      Map<String, OnnxTensor> into,
      RunOptions options)
      throws OrtException {
    return GATE.run(options, () -> session.run(inputs, wanted, into, options));
  }

  /**
   * Stops all sessions for good, as the process must before it ends. A shutdown hook does it too.
   */
  public static void stop() {
    try {
      GATE.close(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Opening {
    OrtSession with(SessionOptions options) throws OrtException;
  }

  private static OrtSession session(boolean arena, Opening opening) throws OrtException {
    try (SessionOptions options = new SessionOptions();
        RunOptions loading = new RunOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(arena);
      // A block as large as a whole run needs, besides what the first run has taken piece by piece
      options.setMemoryPatternOptimization(false);
      options.addConfigEntry(EXACT_BYTES, "1");
      return GATE.run(loading, () -> opening.with(options));
    }
  }

  private static <T> FutureTask<T> startWithRoom(SessionGate.Call<T> work) {
    FutureTask<T> task = new FutureTask<>(work::run);
    Thread thread = new Thread(null, task, "beamscribe-onnx", STACK);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static <T> T await(FutureTask<T> task) throws OrtException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true; // half-open sessions cannot be freed
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OrtException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
