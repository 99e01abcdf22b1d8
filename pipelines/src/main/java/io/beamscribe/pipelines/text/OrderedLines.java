// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.annotations.Internal;

/** Changes lines on all processors and prints them in their order; holds few of them at a time. */
@Internal
public final class OrderedLines {
  private static final int BLOCK = 500;

  /** So that blocks of long lines are not large. */
  private static final int LETTERS = 50_000;

  private final UnaryOperator<String> change;
  private final int threads;

  /**
   * @param change called by several threads at a time
   */
  public OrderedLines(UnaryOperator<String> change, int threads) {
    this.change = change;
    this.threads = threads;
  }

  /** Prints until the lines end, or nobody reads any more what is printed. */
  public void run(BufferedReader in, PrintStream out) throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads + 1);
    try {
      BlockingQueue<Future<String>> working = new LinkedBlockingQueue<>(4 * threads);
      Future<?> printer = workers.submit(() -> print(working, out));
      List<String> block = block(in);
      while (!block.isEmpty() && !printer.isDone()) {
        List<String> lines = block;
        hand(workers.submit(() -> changed(lines)), working, printer);
        block = block(in);
      }
      hand(CompletableFuture.completedFuture(""), working, printer);
      printer.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  /** Waits until there is room, or nobody prints any more. */
  private static void hand(
      Future<String> lines, BlockingQueue<Future<String>> working, Future<?> printer)
      throws InterruptedException {
    while (!printer.isDone() && !working.offer(lines, 100, TimeUnit.MILLISECONDS)) {
      // full
    }
  }

  /** Prints up to an empty text; then nothing that waits matters any more. */
  private static boolean print(BlockingQueue<Future<String>> working, PrintStream out)
      throws InterruptedException, ExecutionException {
    String lines = working.take().get();
    while (!lines.isEmpty()) {
      out.print(lines);
      if (working.isEmpty()) {
        out.flush();
      }
      lines = out.checkError() ? "" : working.take().get();
    }
    out.flush();
    return true;
  }

  /** The next lines, as many as are there without waiting; none at the end. */
  private static List<String> block(BufferedReader in) throws IOException {
    List<String> block = new ArrayList<>();
    int letters = 0;
    do {
      String line = in.readLine();
      if (line == null) {
        break;
      }
      block.add(line);
      letters += line.length();
    } while (block.size() < BLOCK && letters < LETTERS && in.ready());
    return block;
  }

  private String changed(List<String> lines) {
    StringBuilder changed = new StringBuilder();
    for (String line : lines) {
      changed.append(change.apply(line)).append('\n');
    }
    return changed.toString();
  }
}
