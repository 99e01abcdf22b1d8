// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * An HTTP proxy inside this process that guards what leaves it. Libraries resolve names by
 * themselves, each time anew; so they only name hosts to this one, which resolves them once, checks
 * every address, and connects to the one that it checked. That holds for redirects, too, as each is
 * a request of its own. TLS goes through from end to end. Thread-safe.
 */
public final class EgressProxy implements AutoCloseable {
  /** Header of an answer that no server gave, as none could be reached. */
  static final String UNREACHED = "Beamscribe-Unreached";

  private static final int CONNECT_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 120_000;
  private static final int MOST_HEAD = 64 * 1024;
  private static final int MOST_CONNECTIONS = 512;

  private final AddressRules rules;
  private final ServerSocket server;
  private final Semaphore free = new Semaphore(MOST_CONNECTIONS);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "egress");
            thread.setDaemon(true);
            return thread;
          });

  /** Starts it on a free port of the loopback interface. */
  public EgressProxy(AddressRules rules) throws IOException {
    this.rules = rules;
    this.server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Sends everything through this proxy. */
  public ProxySelector selector() {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
    List<Proxy> only = List.of(new Proxy(Proxy.Type.HTTP, address));
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return only;
      }

      @Override
      public void connectFailed(URI uri, SocketAddress at, IOException failure) {}
    };
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        free.acquireUninterruptibly();
        threads.execute(
            () -> {
              try (client) {
                serve(client);
              } catch (IOException e) {
                // The client sees its connection end.
              } finally {
                free.release();
              }
            });
      } catch (IOException e) {
        // closed, or a client that went away
      }
    }
  }

  private void serve(Socket client) throws IOException {
    client.setSoTimeout(SILENCE_MILLIS);
    InputStream in = new BufferedInputStream(client.getInputStream());
    String head = head(in);
    String[] request = head.substring(0, head.indexOf("\r\n")).split(" ");
    if (request.length != 3) {
      answer(client, "400 Bad Request");
      return;
    }
    boolean tunnel = request[0].equals("CONNECT");
    URI target;
    try {
      target = URI.create(tunnel ? "https://" + request[1] : request[1]);
    } catch (IllegalArgumentException e) {
      answer(client, "400 Bad Request");
      return;
    }
    int port = target.getPort() < 0 ? (tunnel ? 443 : 80) : target.getPort();
    if (target.getHost() == null || !tunnel && !"http".equalsIgnoreCase(target.getScheme())) {
      answer(client, "400 Bad Request");
      return;
    }
    Socket origin;
    try {
      origin = connect(rules.resolve(target.getHost()), port);
    } catch (RefusedException e) {
      answer(client, "403 Forbidden");
      return;
    } catch (IOException e) {
      answer(client, "404 Not Found\r\n" + UNREACHED + ": true"); // of no use to try again
      return;
    }
    try (origin) {
      origin.setSoTimeout(SILENCE_MILLIS);
      if (tunnel) {
        client.getOutputStream().write(ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
      } else {
        origin.getOutputStream().write(ascii(originHead(request, target, head)));
      }
      threads.execute(() -> pump(in, origin, client));
      copy(origin.getInputStream(), client.getOutputStream());
    }
  }

  private static Socket connect(List<InetAddress> addresses, int port) throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  /** The head as the origin expects it, for one request on this connection. */
  private static String originHead(String[] request, URI target, String head) {
    String path = target.getRawPath() == null ? "" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    StringBuilder lines = new StringBuilder();
    lines.append(request[0]).append(' ').append(path.isEmpty() ? "/" : path).append(query);
    lines.append(" HTTP/1.1\r\n");
    for (String line : head.substring(head.indexOf("\r\n") + 2).split("\r\n")) {
      String name = line.replaceFirst(":.*", "").strip();
      boolean hop =
          name.equalsIgnoreCase("Connection")
              || name.equalsIgnoreCase("Upgrade")
              || name.equalsIgnoreCase("HTTP2-Settings")
              || name.regionMatches(true, 0, "Proxy-", 0, 6);
      if (!hop && !line.isBlank()) {
        lines.append(line).append("\r\n");
      }
    }
    return lines.append("Connection: close\r\n\r\n").toString();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || head.length() > MOST_HEAD) {
        throw new IOException("no request");
      }
      head.append((char) next);
      while (next != '\n') {
        next = in.read();
        if (next < 0 || head.length() > MOST_HEAD) {
          throw new IOException("no request");
        }
        head.append((char) next);
      }
    }
    return head.toString();
  }

  private static void pump(InputStream in, Socket origin, Socket client) {
    try {
      copy(in, origin.getOutputStream());
    } catch (IOException e) {
      // One of them went away: so does the other.
    } finally {
      try {
        if (client.isClosed()) {
          origin.close();
        } else {
          origin.shutdownOutput();
        }
      } catch (IOException e) {
        // It is closed already.
      }
    }
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      to.write(buffer, 0, count);
      to.flush();
    }
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(ascii("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
