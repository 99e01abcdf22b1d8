// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.http;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Properties of addresses of files, folders and archives, without any access. */
public final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/");
  private static final Pattern WEB = Pattern.compile("^https?://.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]+://)[^/]*@");

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
   * not that of the web.
   */
  public static List<String> names(String address) {
    if (LocalAddress.isUri(address)) {
      return LocalAddress.names(address);
    }
    String plain = withoutSecrets(address);
    String joined =
        isWeb(plain) ? plain.replaceFirst("^[a-zA-Z]+:/+", "") : plain.replaceFirst(":/+", "/");
    return Stream.of(joined.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  /** The address without user, password, query and fragment: signed URLs carry keys there. */
  public static String withoutSecrets(String address) {
    if (isLocal(address)) {
      return address;
    }
    String open = USER.matcher(address).replaceFirst("$1");
    return isWeb(address) ? open.replaceFirst("[?#].*$", "") : open;
  }

  /** The last part of the path: the name for people. */
  public static String lastPart(String address) {
    return withoutSecrets(address).replaceFirst("/+$", "").replaceFirst("^.*/", "");
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
