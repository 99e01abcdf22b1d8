// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.transforms.storage.shared;

import static java.util.Objects.requireNonNullElse;

import io.beamscribe.speech.http.Retries;
import io.beamscribe.speech.http.TooLargeException;
import io.beamscribe.speech.http.WholeContent;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.annotations.Internal;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.fs.s3a.api.RequestFactory;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Reads objects by their keys, with the client and the settings of an S3A file system. Hadoop's own
 * paths know no keys with empty names, {@code .} or {@code ..}, and read other objects instead; and
 * its listing ends at a key that XML cannot hold. Requests that fail for a while are repeated.
 * Thread-safe; to be used inside a {@link StorageScope} and while the file system is leased.
 */
@Internal
public final class S3Objects {
  private static final Retries RETRIES =
      Retries.withPauses(
          10,
          Duration.ofMillis(300),
          Duration.ofSeconds(10),
          List.of(
              FileNotFoundException.class,
              FileSystemException.class,
              ProtocolException.class,
              UnknownHostException.class,
              TooLargeException.class,
              InterruptedIOException.class));

  private static final int PAGE = 1000;

  private final S3Client client;
  private final RequestFactory requests;
  private final S3Address address;
  private final boolean oldListing;

  private S3Objects(S3AFileSystem files, S3Address address) {
    this.client = files.getS3AInternals().getAmazonS3Client("objects by their keys");
    this.requests = files.getRequestFactory();
    this.address = address;
    this.oldListing = files.getConf().getInt("fs.s3a.list.version", 2) == 1;
  }

  /**
   * The object of an address, or those whose keys begin with it; empty if the file system is none
   * of S3, or one that encrypts what it writes and therefore has to read it.
   */
  public static Optional<S3Objects> of(FileSystem files, String address) {
    return S3Address.is(address)
            && files instanceof S3AFileSystem s3a
            && !s3a.getConf().get("fs.s3a.encryption.algorithm", "").startsWith("CSE")
        ? Optional.of(new S3Objects(s3a, S3Address.parse(address)))
        : Optional.empty();
  }

  /**
   * The object of the address.
   *
   * @throws FileNotFoundException if there is none
   */
  public StoredObject find() throws IOException {
    if (address.key().isEmpty()) {
      throw new FileNotFoundException(address.toString());
    }
    HeadObjectResponse head =
        ask(
            () ->
                client.headObject(
                    requests
                        .newHeadObjectRequestBuilder(address.key())
                        .bucket(address.bucket())
                        .build()));
    return object(address.key(), head.contentLength(), head.eTag(), head.lastModified());
  }

  /**
   * All of its content.
   *
   * @throws TooLargeException if it does not fit into memory beside the rest
   */
  public byte[] content() throws IOException {
    return get(null, null, S3Objects::whole);
  }

  private static byte[] whole(GetObjectResponse head, AbortableInputStream in) throws IOException {
    try {
      WholeContent.requireFits(requireNonNullElse(head.contentLength(), 0L));
      return WholeContent.of(in);
    } catch (TooLargeException e) {
      in.abort(); // to close it would read the rest
      throw e;
    } catch (IOException e) {
      throw RetryableException.create("The object breaks off", e);
    }
  }

  /**
   * A part of an object.
   *
   * @param etag of the whole
   */
  public record Part(byte[] bytes, String etag) {}

  /**
   * The part of the object from a position on: one request.
   *
   * @param length in bytes; at least one
   * @param etag that the object must still have; null for any
   */
  public Part part(long position, int length, @Nullable String etag) throws IOException {
    ResponseBytes<GetObjectResponse> part =
        get(
            "bytes=" + position + "-" + (position + length - 1),
            etag,
            ResponseTransformer.toBytes());
    return new Part(part.asByteArrayUnsafe(), part.response().eTag());
  }

  private <T> T get(
      @Nullable String range,
      @Nullable String etag,
      ResponseTransformer<GetObjectResponse, T> content)
      throws IOException {
    return ask(
        () ->
            client.getObject(
                requests
                    .newGetObjectRequestBuilder(address.key())
                    .bucket(address.bucket())
                    .range(range)
                    .ifMatch(etag)
                    .build(),
                content));
  }

  /** What is done with each object of a listing. */
  public interface Visitor {
    /** Returns whether to go on. */
    boolean visit(StoredObject object);
  }

  /**
   * Lists the objects whose keys begin with that of the address, in the order of the store, without
   * those that only stand for folders.
   */
  public void list(Visitor visitor) throws IOException {
    String next = null;
    do {
      next = oldListing ? oldPage(next, visitor) : page(next, visitor);
    } while (next != null);
  }

  private @Nullable String page(@Nullable String token, Visitor visitor) throws IOException {
    ListObjectsV2Response page =
        ask(
            () ->
                client.listObjectsV2(
                    requests
                        .newListObjectsV2RequestBuilder(address.key(), null, PAGE)
                        .bucket(address.bucket())
                        .encodingType(EncodingType.URL)
                        .continuationToken(token)
                        .build()));
    boolean goesOn = visit(page.contents(), visitor);
    return goesOn && Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
  }

  private @Nullable String oldPage(@Nullable String marker, Visitor visitor) throws IOException {
    ListObjectsResponse page =
        ask(
            () ->
                client.listObjects(
                    requests
                        .newListObjectsV1RequestBuilder(address.key(), null, PAGE)
                        .bucket(address.bucket())
                        .encodingType(EncodingType.URL)
                        .marker(marker)
                        .build()));
    List<S3Object> all = page.contents();
    boolean goesOn = visit(all, visitor) && !all.isEmpty();
    return goesOn && Boolean.TRUE.equals(page.isTruncated())
        ? requireNonNullElse(page.nextMarker(), all.get(all.size() - 1).key())
        : null;
  }

  private boolean visit(List<S3Object> page, Visitor visitor) {
    for (S3Object each : page) {
      StoredObject object = object(each.key(), each.size(), each.eTag(), each.lastModified());
      if (!object.isFolder() && !visitor.visit(object)) {
        return false;
      }
    }
    return true;
  }

  private StoredObject object(
      String key, @Nullable Long size, @Nullable String etag, @Nullable Instant changed) {
    return StoredObject.of(
        address.withKey(key).toString(),
        size == null ? 0 : size,
        requireNonNullElse(etag, ""),
        requireNonNullElse(changed, Instant.EPOCH).toEpochMilli());
  }

  /** A request, which may be repeated. */
  private interface Request<T> {
    T send();
  }

  private <T> T ask(Request<T> request) throws IOException {
    return RETRIES.call(
        () -> {
          try {
            return request.send();
          } catch (SdkException e) {
            throw S3Errors.of(address, e);
          }
        });
  }
}
