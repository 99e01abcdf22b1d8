package io.beamscribe.speech.models;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of archives, and how they may be shown. */
public final class Addresses {
  private Addresses() {}

  /** The address without credentials, query and fragment: the parts that hold secrets. */
  public static String plain(String address) {
    return address.replaceFirst("[?#].*$", "").replaceFirst("^([a-zA-Z0-9+.-]+://)[^/@]*@", "$1");
  }

  /** The last part of the path: the name of the model for people. */
  public static String lastPart(String address) {
    return plain(address).replaceFirst("/+$", "").replaceFirst("^.*/", "");
  }

  /** The scheme in lower case, or null for what is no address but a path. */
  public static @Nullable String scheme(String address) {
    int end = address.indexOf("://");
    return end > 0 ? address.substring(0, end).toLowerCase(Locale.ROOT) : null;
  }

  /** Plain http is for archives on this machine only: nothing on the way can change them. */
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
