// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.models.fetch;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.beamscribe.speech.http.Addresses;
import io.beamscribe.speech.http.TransientFailure;
import io.beamscribe.speech.http.WebClient;
import io.beamscribe.speech.models.DiskSpace;
import io.beamscribe.speech.models.ModelException;
import io.beamscribe.speech.models.catalogue.ModelSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Downloads over HTTP. A connection that breaks or stalls is retried and resumed if the server
 * supports that; an unreachable host is not retried, so that the next source is tried at once.
 */
public final class HttpFetcher implements ModelFetcher {
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private final Duration stall;
  private final RetryPolicy<Object> retries;

  public HttpFetcher() {
    this(Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  /**
   * @param stall time without a new byte after which a download counts as broken
   * @param pause before the first of three retries, doubled for each
   */
  public HttpFetcher(Duration stall, Duration pause) {
    this.stall = stall;
    retries =
        RetryPolicy.builder()
            .handle(TransientFailure.class)
            .withMaxRetries(3)
            .withBackoff(pause, pause.multipliedBy(8))
            .build();
  }

  @Override
  public boolean accepts(ModelSource.Single source) {
    return source instanceof ModelSource.Url url && Addresses.trusted(url.url());
  }

  @Override
  public Path fetch(ModelSource.Single source, Path folder, long limit, LongConsumer progress)
      throws ModelException, InterruptedException {
    Download download =
        new Download(
            URI.create(((ModelSource.Url) source).url()), folder.resolve("archive"), limit);
    String host = download.address.getHost();
    String server = host + ":" + download.address.getPort();
    if (unreachable.contains(server)) {
      throw new ModelException(host + " cannot be reached");
    }
    try {
      Failsafe.with(retries).run(() -> attempt(download, progress));
      return download.file;
    } catch (FailsafeException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (cause instanceof ModelException refused) {
        throw refused;
      }
      if (WebClient.isUnreachable(cause)) {
        unreachable.add(server);
        throw new ModelException(host + " cannot be reached", cause);
      }
      if (cause instanceof IOException io && DiskSpace.isFull(io)) {
        throw new ModelException("the disk is full", cause);
      }
      throw new ModelException("the download from " + host + " broke off", cause);
    }
  }

  private void attempt(Download download, LongConsumer progress)
      throws IOException, InterruptedException, ModelException {
    long have = Files.exists(download.file) ? Files.size(download.file) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(download.address).GET();
    if (have > 0 && download.validator != null) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", download.validator);
    }
    CompletableFuture<HttpResponse<Path>> answer =
        WebClient.shared().sendAsync(request.build(), info -> receiver(info, download, have));
    try {
      HttpResponse<Path> response = await(answer, download, progress);
      refuse(response.statusCode(), download.address.getHost());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof IOException cause)) {
        throw new ModelException("the download broke off", e.getCause());
      }
      throw WebClient.isUnreachable(cause) || DiskSpace.isFull(cause)
          ? cause
          : new TransientFailure(cause);
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpResponse.BodySubscriber<Path> receiver(
      HttpResponse.ResponseInfo info, Download download, long have) {
    boolean goesOn =
        info.statusCode() == 206
            && info.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + have + "-"))
                .isPresent();
    if (goesOn) {
      return BodySubscribers.ofFile(
          download.file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }
    if (info.statusCode() == 200) {
      download.validator =
          info.headers().firstValue("ETag").filter(tag -> !tag.startsWith("W/")).orElse(null);
      return BodySubscribers.ofFile(
          download.file,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    return BodySubscribers.replacing(download.file);
  }

  /** Waits as long as bytes arrive. */
  private HttpResponse<Path> await(
      CompletableFuture<HttpResponse<Path>> answer, Download download, LongConsumer progress)
      throws IOException, InterruptedException, ExecutionException, ModelException {
    long seen = -1;
    long last = System.nanoTime();
    while (true) {
      try {
        HttpResponse<Path> response = answer.get(100, TimeUnit.MILLISECONDS);
        progress.accept(Files.exists(download.file) ? Files.size(download.file) : 0);
        return response;
      } catch (TimeoutException e) {
        long size = Files.exists(download.file) ? Files.size(download.file) : 0;
        if (size > download.limit) {
          throw new ModelException("what comes is larger than the model can be");
        }
        if (size != seen) {
          seen = size;
          last = System.nanoTime();
          progress.accept(size);
        } else if (System.nanoTime() - last > stall.toNanos()) {
          throw new TransientFailure(e);
        }
      }
    }
  }

  private static void refuse(int status, String host) throws IOException, ModelException {
    if (WebClient.mayPass(status)) {
      throw new TransientFailure(new IOException("status " + status));
    }
    if (status != 200 && status != 206) {
      throw new ModelException(host + " answers with status " + status);
    }
  }

  private static final class Download {
    final URI address;
    final Path file;
    final long limit;

    /** Strong ETag of the partially downloaded file, or null. */
    volatile @Nullable String validator;

    Download(URI address, Path file, long limit) {
      this.address = address;
      this.file = file;
      this.limit = limit;
    }
  }
}
