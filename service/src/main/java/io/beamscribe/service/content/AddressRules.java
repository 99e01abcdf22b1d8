// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses callers may have the service connect to: those of the public internet, and what
 * the operator allows. Immutable.
 */
public final class AddressRules {
  /** Everything that is not the public internet, as registered by IANA. */
  private static final List<Network> PRIVATE =
      Arrays.stream(
              ("0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12"
                      + " 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15"
                      + " 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3 ::/8 100::/64 2001::/23"
                      + " 2001:db8::/32 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8")
                  .split(" "))
          .map(Network::of)
          .toList();

  private static final Network NAT64 = Network.of("64:ff9b::/96");
  private static final Network LOCAL_NAT64 = Network.of("64:ff9b:1::/48");
  private static final Network SIX_TO_FOUR = Network.of("2002::/16");

  private final List<Network> allowed;

  private record Network(byte[] start, int bits) {
    static Network of(String text) {
      String[] parts = text.split("/", 2);
      try {
        byte[] start = InetAddress.getByName(parts[0]).getAddress();
        int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : start.length * 8;
        if (bits < 0 || bits > start.length * 8) {
          throw new IllegalArgumentException(text + " is no network.");
        }
        return new Network(start, bits);
      } catch (UnknownHostException | NumberFormatException e) {
        throw new IllegalArgumentException(text + " is no network, such as 10.1.0.0/16.", e);
      }
    }

    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param allowed networks such as {@code 10.1.0.0/16} that are allowed although they are private
   * @throws IllegalArgumentException if one is none
   */
  public AddressRules(List<String> allowed) {
    for (String each : allowed) {
      if (!each.matches("[0-9a-fA-F.:]+(/[0-9]+)?")) {
        throw new IllegalArgumentException(each + " is no network, such as 10.1.0.0/16.");
      }
    }
    this.allowed = allowed.stream().map(Network::of).toList();
  }

  /** Whether a connection to an address is allowed. */
  public boolean allows(InetAddress address) {
    byte[] bytes = address.getAddress();
    return allowed.stream().anyMatch(network -> network.contains(bytes)) || isPublic(bytes);
  }

  private static boolean isPublic(byte[] address) {
    if (LOCAL_NAT64.contains(address)) {
      return false;
    }
    if (NAT64.contains(address)) {
      return isPublic(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.contains(address) && !isPublic(Arrays.copyOfRange(address, 2, 6))) {
      return false;
    }
    return PRIVATE.stream().noneMatch(network -> network.contains(address));
  }

  /**
   * The addresses of a host.
   *
   * @throws UnknownHostException if it has none
   * @throws RefusedException if one of them is not allowed: an honest name has no such
   */
  public List<InetAddress> resolve(String host) throws UnknownHostException, RefusedException {
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    List<InetAddress> addresses = List.of(InetAddress.getAllByName(plain));
    for (InetAddress address : addresses) {
      if (!allows(address)) {
        throw new RefusedException(host);
      }
    }
    return addresses;
  }
}
