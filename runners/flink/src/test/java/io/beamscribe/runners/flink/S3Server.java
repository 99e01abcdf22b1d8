// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.runners.flink;

import io.beamscribe.runners.direct.Shell;
import io.beamscribe.runners.direct.WhileAlive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** An S3-compatible store: moto, in a process of its own. */
final class S3Server implements AutoCloseable {
  /** Environment variables for clients; the server accepts any. */
  static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "test-key", "AWS_SECRET_ACCESS_KEY", "test-secret-never-shown");

  private static final String PACKAGE = "moto[server]==5.2.5";
  private static final Pattern LISTENING =
      Pattern.compile("Running on http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final int port;
  private final S3Client client;

  private S3Server(Process process, int port) {
    this.process = process;
    this.port = port;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .httpClientBuilder(ApacheHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();
  }

  /** Starts one; skips the test if moto is unavailable. */
  static S3Server start(Path log) throws Exception {
    Path home = installed();
    // It takes a port that is free, and prints which.
    ProcessBuilder builder =
        new ProcessBuilder("python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", "0");
    builder.environment().put("PYTHONPATH", home.toString());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    try {
      new WhileAlive(process, () -> Files.readString(log))
          .await("the port of moto", () -> LISTENING.matcher(Files.readString(log)).find());
    } catch (AssertionError e) {
      process.destroyForcibly();
      throw e;
    }
    Matcher listening = LISTENING.matcher(Files.readString(log));
    listening.find();
    return new S3Server(process, Integer.parseInt(listening.group(1)));
  }

  /** Installed once for all runs, also those that begin at the same time. */
  private static synchronized Path installed() throws IOException, InterruptedException {
    Path home =
        Path.of(
            System.getProperty("user.home"), ".cache", "beamscribe", "test-tools", "moto-5.2.5");
    if (Files.isDirectory(home)) {
      return home;
    }
    Files.createDirectories(home.getParent());
    try (FileChannel file =
            FileChannel.open(
                home.resolveSibling("moto.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      if (!Files.isDirectory(home)) {
        Path work = Files.createTempDirectory(home.getParent(), "moto");
        Shell.Ended ended =
            Shell.run(
                List.of(
                    "python3", "-m", "pip", "install", "-q", "--target", work.toString(), PACKAGE));
        Assumptions.assumeTrue(ended.exit() == 0, ended.err());
        Files.move(work, home, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return home;
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void bucket(String name) {
    client.createBucket(request -> request.bucket(name));
  }

  /** A bucket with a name that Amazon does not allow, and its client not to make. */
  void bucketOfAnyName(String name) throws IOException, InterruptedException {
    HttpRequest make =
        HttpRequest.newBuilder(endpoint().resolve("/" + name))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(make, HttpResponse.BodyHandlers.discarding());
  }

  /** Keeps all versions of objects in a bucket from now on. */
  void keepVersions(String bucket) {
    client.putBucketVersioning(
        request ->
            request
                .bucket(bucket)
                .versioningConfiguration(kept -> kept.status(BucketVersioningStatus.ENABLED)));
  }

  /** All versions of an object's text, the oldest first. */
  List<String> versions(String bucket, String key) {
    List<String> texts = new ArrayList<>();
    try (Stream<ObjectVersion> found =
        client
            .listObjectVersionsPaginator(request -> request.bucket(bucket).prefix(key))
            .versions()
            .stream()) {
      found
          .filter(version -> version.key().equals(key))
          .forEach(
              version ->
                  texts.add(
                      0, // listed with the newest first
                      client
                          .getObjectAsBytes(
                              request ->
                                  request.bucket(bucket).key(key).versionId(version.versionId()))
                          .asUtf8String()));
    }
    return texts;
  }

  void put(String bucket, String key, Path file) {
    client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
  }

  void put(String bucket, String key, String text) {
    client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  /** Puts an object where it takes hours to read. */
  void archive(String bucket, String key, String text) {
    client.putObject(
        request -> request.bucket(bucket).key(key).storageClass(StorageClass.GLACIER),
        RequestBody.fromString(text));
  }

  void delete(String bucket, String key) {
    client.deleteObject(request -> request.bucket(bucket).key(key));
  }

  /** The text of an object. */
  String read(String bucket, String key) {
    return client.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asUtf8String();
  }

  /** Copies everything below a prefix into a folder. */
  void fetch(String bucket, String prefix, Path folder) throws IOException {
    for (String key : keys(bucket, prefix)) {
      if (key.endsWith("/")) {
        continue; // S3A marks folders that it has emptied
      }
      Path target = folder.resolve(key.substring(prefix.length()));
      Files.createDirectories(target.getParent());
      Files.write(
          target,
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray());
    }
  }

  List<String> keys(String bucket, String prefix) {
    try (Stream<S3Object> found =
        client
            .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
            .contents()
            .stream()) {
      return found.map(S3Object::key).toList();
    }
  }

  @Override
  public void close() throws InterruptedException {
    client.close();
    process.destroy();
    process.waitFor();
  }
}
