package io.beamscribe.transforms.storage;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be told from the address of a file or folder without touching it. */
public final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:/");
  private static final Pattern WEB = Pattern.compile("^https?://.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]+://)[^/@]*@");

  private Addresses() {}

  /** Whether the address is a path on this machine. */
  public static boolean isLocal(String address) {
    return !SCHEME.matcher(address).find() || address.startsWith("file:/");
  }

  /** Whether the address is read by HTTP. */
  public static boolean isWeb(String address) {
    return WEB.matcher(address).matches();
  }

  /** A local address as a path, without its scheme. */
  public static String localPath(String address) {
    return address.startsWith("file:/") ? address.replaceFirst("^file:/+", "/") : address;
  }

  /**
   * The names that lead to a file, outermost first, without secrets. The scheme counts as one, but
   * not that of the web.
   */
  public static List<String> names(String address) {
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
}
