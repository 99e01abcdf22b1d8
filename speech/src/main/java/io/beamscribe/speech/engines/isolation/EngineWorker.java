// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import static java.util.Objects.requireNonNull;

import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.onnx.OnnxRuntime;
import io.beamscribe.speech.recognition.Engine;
import io.beamscribe.speech.recognition.EngineProvider;
import io.beamscribe.speech.temporary.TemporaryFolder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child process: loads one engine when it is told to and processes requests from standard
 * input, several at once. It exits when its input ends, hence also when its parent was killed.
 */
public final class EngineWorker {
  private static final Logger LOG = LoggerFactory.getLogger(EngineWorker.class);

  private final DataOutputStream replies;
  private final OpenStreams streams = new OpenStreams();
  private volatile @Nullable Engine engine;

  private EngineWorker(DataOutputStream replies) {
    this.replies = replies;
  }

  /**
   * Entry point of the child process; not for people.
   *
   * @param args name of the engine, folder of the model, file to write replies to, temporary folder
   */
  public static void main(String[] args) throws IOException {
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
    EngineWorker worker =
        new EngineWorker(
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(args[2]))));
    ExecutorService threads = Executors.newCachedThreadPool();
    warmUp(args[0]);
    try {
      if (requests.read() >= 0) { // else a spare that nobody needed
        // Loaded on another thread, so that the end of the input is noticed at any time.
        threads.execute(
            () -> worker.reply(Protocol.READY, () -> worker.load(args[0], Path.of(args[1]))));
        worker.serve(requests, threads);
      }
    } catch (OutOfMemoryError e) {
      System.err.println(e); // no thread or no memory is left: the others would go on without us
      Runtime.getRuntime().halt(1);
    }
    OnnxRuntime.stop();
    TemporaryFolder.of(Path.of(args[3])).close(); // a killed parent cannot
    // Native code that still runs is useless now.
    Runtime.getRuntime().halt(0);
  }

  private static void warmUp(String engine) throws IOException {
    try {
      EngineProvider.named(engine).warmUp();
    } catch (SpeechException e) {
      LOG.debug("told when it is loaded", e);
    }
    Protocol.warmUp();
  }

  private void serve(DataInputStream requests, ExecutorService threads) throws IOException {
    for (Protocol.Request next = Protocol.readRequest(requests);
        next != null;
        next = Protocol.readRequest(requests)) {
      Protocol.Request request = next;
      threads.execute(
          () ->
              reply(
                  request.id(),
                  () ->
                      request.call().answer(streams, requireNonNull(engine), request.segments())));
    }
  }

  private Response load(String name, Path model) throws SpeechException {
    engine = EngineProvider.named(name).open(model);
    return new Response.Ready(engine.identifiesLanguages());
  }

  private void reply(long id, Callable<Response> work) {
    Protocol.Reply reply;
    try {
      reply = new Protocol.Reply(id, work.call(), null);
    } catch (SpeechException e) {
      reply = new Protocol.Reply(id, null, e);
    } catch (Exception e) {
      reply =
          new Protocol.Reply(
              id, null, new SpeechException(ErrorKind.INTERNAL, "The engine failed: " + e, e));
    } catch (Throwable e) {
      // Most likely out of memory; without a reply the parent would wait for ever.
      System.err.println(e);
      Runtime.getRuntime().halt(1);
      return;
    }
    try {
      synchronized (replies) {
        Protocol.write(replies, reply);
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(1); // nobody reads it any more
    }
  }
}
