// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beamscribe.service.content.SignedUrls;
import io.beamscribe.service.entities.ApiException;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.storage.AccessKeys;
import io.beamscribe.service.storage.AccessKeys.AccessKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** Finds out who calls, by key or by token, and makes both. Thread-safe. */
public final class Gate {
  private static final int TOKEN_SECONDS = 600;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final AccessKeys keys;
  private final byte[] tokenSecret;
  private final boolean open;

  /** A new key, whose secret is told this once. */
  public record Issued(AccessKey key, String secret) {}

  /**
   * @param open whether callers need no key
   */
  public Gate(AccessKeys keys, byte[] tokenSecret, boolean open) {
    this.keys = keys;
    this.tokenSecret = tokenSecret.clone();
    this.open = open;
  }

  /**
   * The caller with a key or a token; one of them may be empty.
   *
   * @throws ApiException if neither is valid
   */
  public Caller caller(String key, String token) {
    if (open) {
      return Caller.LOCAL;
    }
    Optional<AccessKey> found =
        !key.isEmpty() ? keys.find(hash(key)) : token.isEmpty() ? Optional.empty() : ofToken(token);
    return found
        .map(each -> new Caller(each.owner(), each.id(), Role.of(each.role()).orElse(Role.READ)))
        .orElseThrow(
            () ->
                ApiException.unauthorized(
                    "Access denied: give a valid key in Ocp-Apim-Subscription-Key or a valid"
                        + " token in Authorization."));
  }

  /** A token that stands for a caller's key for ten minutes. */
  public String token(Caller caller) {
    ObjectNode claims = Jsons.object().put("sub", caller.key());
    claims.put("exp", Instant.now().getEpochSecond() + TOKEN_SECONDS);
    String head =
        BASE64.encodeToString(
            "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    String text = head + "." + BASE64.encodeToString(Jsons.bytes(claims));
    return text + "." + signature(text);
  }

  private Optional<AccessKey> ofToken(String token) {
    int end = token.lastIndexOf('.');
    int middle = token.indexOf('.');
    if (end <= middle
        || !MessageDigest.isEqual(
            signature(token.substring(0, end)).getBytes(StandardCharsets.UTF_8),
            token.substring(end + 1).getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    try {
      JsonNode claims = Jsons.read(Base64.getUrlDecoder().decode(token.substring(middle + 1, end)));
      return claims.path("exp").asLong() < Instant.now().getEpochSecond()
          ? Optional.empty()
          : keys.byId(claims.path("sub").asText());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String signature(String text) {
    return BASE64.encodeToString(
        SignedUrls.hmac(tokenSecret, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Makes a key. */
  public Issued issue(String name, Role role, String owner) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String secret = HexFormat.of().formatHex(random);
    AccessKey key =
        new AccessKey(UUID.randomUUID().toString(), name, role.label(), owner, Instant.now());
    keys.insert(key, hash(secret));
    return new Issued(key, secret);
  }

  public List<AccessKey> all() {
    return keys.all();
  }

  /** Takes a key back, and with it its tokens. */
  public boolean revoke(String id) {
    return keys.delete(id);
  }

  /** Secrets are random and long, so that their digest needs no salt. */
  private static String hash(String secret) {
    return DigestUtils.sha256Hex(secret);
  }
}
