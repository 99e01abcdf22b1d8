// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Properties of addresses of files, folders and archives, without any access. */
public final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/");
  private static final Pattern WEB =
      Pattern.compile("^https?://.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The address of an object, whose key is any text: neither slashes nor dots are special. */
  private static final Pattern OBJECT = Pattern.compile("^s3[an]?://.*", Pattern.DOTALL);

  private static final Pattern PARTS =
      Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]+:/+)([^/?#]*)(.*)$", Pattern.DOTALL);

  /** A host with a port, or without: what is before an @ behind it is no password. */
  private static final Pattern HOST = Pattern.compile("[^:]*(?::\\d*)?|\\[[^]]*](?::\\d*)?");

  /** Addresses of Azure, where no user but a container is before the host. */
  private static final Pattern CONTAINER = Pattern.compile("^(?:abfss?|wasbs?)://[^:/@]+@[^@]*$");

  /** What gives a right, in the query of an address. */
  private static final Pattern KEYED =
      Pattern.compile(
          "(?is)[?#].*(?:sig|signature|token|secret|password|credential|key)[^=&]*=.*$");

  private static final Pattern IN_TEXT = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://[^\\s'\"<>]+");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)\\b((?:x-(?:amz|goog)-[a-z-]+|sig|signature|[a-z_]*token|password)=)[^\\s&'\"<>]+");

  private Addresses() {}

  /** Whether the address is a path on this machine. */
  public static boolean isLocal(String address) {
    return !SCHEME.matcher(address).find() || LocalAddress.isUri(address);
  }

  /** Whether the address is read over HTTP. */
  public static boolean isWeb(String address) {
    return WEB.matcher(address).matches();
  }

  /** A local address as a path, without its scheme and escapes. */
  public static String localPath(String address) {
    if (!LocalAddress.isUri(address)) {
      return address;
    }
    String end = address.endsWith("/") ? "/" : "";
    List<String> names = LocalAddress.names(address);
    return names.isEmpty() ? "/" : "/" + String.join("/", names) + end;
  }

  /**
   * The names that lead to a file, outermost first, without secrets. The scheme counts as one, but
   * not that of the web. Names of objects and on the web may be empty: {@code a//b} is another file
   * than {@code a/b}. Where a query selects the file, a digest of it is part of the last name.
   */
  public static List<String> names(String address) {
    if (LocalAddress.isUri(address)) {
      return LocalAddress.names(address);
    }
    String plain = label(address);
    if (isWeb(address) || OBJECT.matcher(address).matches()) {
      String rest = plain.replaceFirst("^[a-zA-Z0-9]+://", "");
      String whole = isWeb(address) ? rest : plain.substring(0, plain.indexOf(':')) + "/" + rest;
      return List.of(whole.split("/", -1));
    }
    return Stream.of(plain.replaceFirst(":/+", "/").split("/"))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /**
   * The address without user, password, query and fragment: signed URLs carry keys there. Where it
   * is not clear what is a password, more is left out.
   */
  public static String withoutSecrets(String address) {
    Matcher parts = PARTS.matcher(address);
    if (isLocal(address) || !parts.matches()) {
      return address.contains("://") && !LocalAddress.isUri(address)
          ? withoutSecretsIn(address)
          : address;
    }
    if (CONTAINER.matcher(address).find()) {
      return KEYED.matcher(address).replaceFirst("");
    }
    String open = parts.group(1) + withoutUser(parts.group(2), parts.group(3));
    return address.regionMatches(true, 0, "http", 0, 4)
        ? open.replaceFirst("(?s)[?#].*$", "")
        : OBJECT.matcher(address).matches() ? open : KEYED.matcher(open).replaceFirst("");
  }

  private static String withoutUser(String authority, String rest) {
    if (authority.indexOf('@') >= 0) {
      return authority.substring(authority.lastIndexOf('@') + 1) + rest;
    }
    // A password with a slash or a question mark, such as many secret keys are.
    return HOST.matcher(authority).matches() || rest.indexOf('@') < 0
        ? authority + rest
        : rest.substring(rest.lastIndexOf('@') + 1);
  }

  /** A text for people, such as the message of a library, without the secrets of addresses. */
  public static String withoutSecretsIn(String text) {
    String open = IN_TEXT.matcher(text).replaceAll(Addresses::withoutSecretsOf);
    return PARAMETER.matcher(open).replaceAll("$1...");
  }

  private static String withoutSecretsOf(MatchResult address) {
    return Matcher.quoteReplacement(withoutSecrets(address.group()));
  }

  /**
   * The address without secrets, and with a digest of a query that selects the file: two addresses
   * that may be two files have two labels.
   */
  public static String label(String address) {
    String query = isWeb(address) ? WebQuery.selecting(address) : "";
    return withoutSecrets(address)
        + (query.isEmpty() ? "" : "?" + DigestUtils.sha256Hex(query).substring(0, 12));
  }

  /**
   * What stays of an address each time it is signed: that without user, fragment and signature. May
   * be secret.
   */
  public static String unsigned(String address) {
    String query = isWeb(address) ? WebQuery.selecting(address) : "";
    return withoutSecrets(address) + (query.isEmpty() ? "" : "?" + query);
  }

  /** The last part of the path: the name for people. */
  public static String lastPart(String address) {
    return withoutSecrets(address).replaceFirst("/+$", "").replaceFirst("(?s)^.*/", "");
  }

  /** Whether it has a scheme and is therefore not a plain path. */
  public static boolean hasScheme(String address) {
    return address.indexOf("://") > 0;
  }

  /**
   * Whether content from there can be trusted: plain http only on this machine, where nothing on
   * the way can change it.
   */
  public static boolean trusted(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
    String host = uri.getHost() == null ? "" : uri.getHost();
    boolean here = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    return (!host.isEmpty() && "https".equalsIgnoreCase(uri.getScheme()))
        || (here && "http".equalsIgnoreCase(uri.getScheme()));
  }
}
