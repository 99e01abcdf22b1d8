// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guards requests of libraries, whose clients live as long as the JVM and keep the selector that
 * was its default when they were made. Hence that one stays, and follows the services that are
 * open: the one opened last guards; with none, it is as before the first. Thread-safe.
 */
public final class LibraryGuard implements AutoCloseable {
  private static final Following FOLLOWING = new Following();

  private final ProxySelector guard;

  private LibraryGuard(ProxySelector guard) {
    this.guard = guard;
  }

  /** Sends requests of libraries through a guard until this is closed. */
  public static LibraryGuard of(ProxySelector guard) {
    LibraryGuard opened = new LibraryGuard(guard);
    FOLLOWING.add(guard);
    return opened;
  }

  @Override
  public void close() {
    FOLLOWING.remove(guard);
  }

  private static final class Following extends ProxySelector {
    private final List<ProxySelector> open = new ArrayList<>();
    private @Nullable ProxySelector before;

    synchronized void add(ProxySelector guard) {
      ProxySelector now = ProxySelector.getDefault();
      if (now != this) {
        before = now;
        ProxySelector.setDefault(this);
      }
      open.add(guard);
    }

    synchronized void remove(ProxySelector guard) {
      open.remove(guard);
    }

    private synchronized @Nullable ProxySelector current() {
      return open.isEmpty() ? before : open.get(open.size() - 1);
    }

    @Override
    public List<Proxy> select(URI uri) {
      ProxySelector current = current();
      return current == null ? List.of(Proxy.NO_PROXY) : current.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      ProxySelector current = current();
      if (current != null) {
        current.connectFailed(uri, address, failure);
      }
    }
  }
}
