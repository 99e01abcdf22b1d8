// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.pipelines.storage;

import io.beamscribe.pipelines.flags.UsageException;
import io.beamscribe.pipelines.job.JobException;
import io.beamscribe.transforms.storage.CredentialsSupplier;
import io.beamscribe.transforms.storage.StorageCredentials;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Lists one object of each bucket, and explains in one sentence what is wrong. */
final class StorageCheck {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(7);

  /** Bounds the whole check, including the start of the client and the search for credentials. */
  private static final Duration ALL = Duration.ofMinutes(1);

  private static final Set<String> BUSY = Set.of("SlowDown", "ServiceUnavailable", "InternalError");

  private final Storage storage;
  private final @Nullable CredentialsSupplier credentials;
  private final StoreSilence silence = new StoreSilence(System::nanoTime);

  /**
   * @param credentials null for those of the environment
   */
  StorageCheck(Storage storage, @Nullable CredentialsSupplier credentials) {
    this.storage = storage;
    this.credentials = credentials;
  }

  /**
   * Asks for one object of each bucket.
   *
   * @throws JobException if the store is silent, which is no wrong usage
   */
  void check(Collection<String> buckets) throws UsageException, JobException {
    // On another thread, since the search for credentials may hang outside of a cloud.
    CompletableFuture<Void> asked = new CompletableFuture<>();
    Thread asking = new Thread(() -> ask(buckets, asked), "storage-check");
    asking.setDaemon(true);
    asking.start();
    try {
      await(asked);
    } catch (TimeoutException e) {
      throw new JobException(
          place()
              + (silence.length().isZero()
                  ? " cannot be asked within a minute."
                  : " does not answer."),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException("Interrupted while asking " + place() + ".", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UsageException usage
          ? usage
          : new UsageException(place() + " cannot be reached: " + e.getCause(), e);
    }
  }

  private void await(CompletableFuture<Void> asked)
      throws TimeoutException, InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    while (true) {
      Duration left = SILENCE.minus(silence.length());
      try {
        asked.get(left.toNanos(), TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException e) {
        if (silence.length().compareTo(SILENCE) >= 0 || System.nanoTime() - begin > ALL.toNanos()) {
          throw e;
        }
      }
    }
  }

  private void ask(Collection<String> buckets, CompletableFuture<Void> asked) {
    try (S3Client client = client()) {
      for (String bucket : buckets) {
        try {
          client.listObjectsV2(request -> request.bucket(bucket).maxKeys(1));
        } catch (SdkException e) {
          if (!isBusy(e)) {
            asked.completeExceptionally(new UsageException(sentence(bucket, e), e));
            return;
          }
        }
      }
      asked.complete(null);
    } catch (IOException e) {
      asked.completeExceptionally(
          new UsageException("The job's credentials cannot be read: " + e.getMessage(), e));
    } catch (RuntimeException | Error e) {
      asked.completeExceptionally(e);
    }
  }

  /** Whether the store is there but has too much to do: the job asks again, with pauses. */
  private static boolean isBusy(SdkException e) {
    return e instanceof S3Exception answer
        && (answer.isThrottlingException() || BUSY.contains(code(answer)));
  }

  private S3Client client() throws IOException {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(provider())
            .forcePathStyle(storage.store().pathStyle())
            .region(Region.of(storage.region().orElse("us-east-1")))
            .crossRegionAccessEnabled(storage.region().isEmpty())
            .httpClientBuilder(
                ApacheHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .overrideConfiguration(
                override ->
                    override
                        .addExecutionInterceptor(silence)
                        .retryStrategy(strategy -> strategy.maxAttempts(2)));
    storage.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private AwsCredentialsProvider provider() throws IOException {
    if (credentials == null) {
      return AwsCredentialsProviderChain.builder()
          .credentialsProviders(storage.store().credentials())
          .build();
    }
    StorageCredentials now = credentials.get();
    return StaticCredentialsProvider.create(
        now.sessionToken().isPresent()
            ? AwsSessionCredentials.create(
                now.accessKey(), now.secretKey(), now.sessionToken().get())
            : AwsBasicCredentials.create(now.accessKey(), now.secretKey()));
  }

  private String sentence(String bucket, SdkException e) {
    if (e instanceof S3Exception answer) {
      return answered(bucket, answer);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "There is no host " + host() + "; is --endpoint right?";
      }
      if (cause instanceof SSLException) {
        return place() + " has a problem with TLS: " + cause.getMessage();
      }
      if (cause instanceof ConnectException) {
        return "Nothing answers at " + place() + "; is --endpoint right?";
      }
    }
    if (e instanceof SdkClientException && String.valueOf(e.getMessage()).contains("credentials")) {
      return "There are no credentials for s3a://"
          + bucket
          + ": set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile or role.";
    }
    return place() + " cannot be queried for the bucket " + bucket + ": " + e.getMessage();
  }

  private String answered(String bucket, S3Exception e) {
    String code = code(e);
    return switch (code) {
      case "NoSuchBucket" -> "There is no bucket " + bucket + " at " + place() + ".";
      case "RequestTimeTooSkewed", "RequestExpired" ->
          "The clock of this machine is too far from that of " + place() + ": set it right.";
      case "AccessDenied", "AllAccessDisabled", "AccountProblem" ->
          "The credentials do not permit listing the bucket " + bucket + ".";
      case "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "InvalidToken",
          "ExpiredToken",
          "InvalidClientTokenId",
          "TokenRefreshRequired" ->
          place() + " does not accept the credentials (" + code + ").";
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          "The bucket "
              + bucket
              + " is in another region: name it with --region ("
              + e.awsErrorDetails().errorMessage()
              + ").";
      case "" -> place() + " does not respond like an S3 store (status " + e.statusCode() + ").";
      default -> place() + " refuses to list the bucket " + bucket + " (" + code + ").";
    };
  }

  private static String code(S3Exception e) {
    AwsErrorDetails details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  private String place() {
    return storage.endpoint().map(URI::toString).orElse("Amazon S3");
  }

  private String host() {
    return storage.endpoint().map(URI::getHost).orElse("of Amazon S3");
  }
}
