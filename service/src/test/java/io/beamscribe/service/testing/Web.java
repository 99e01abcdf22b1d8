// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web server with one file, under every name that ends in .flac. */
public final class Web implements AutoCloseable {
  private final HttpServer server;

  public Web(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean found = exchange.getRequestURI().getPath().endsWith(".flac");
          exchange.getResponseHeaders().add("ETag", "\"1\"");
          exchange.sendResponseHeaders(found ? 200 : 404, found ? bytes.length : -1);
          if (found) {
            exchange.getResponseBody().write(bytes);
          }
          exchange.close();
        });
    server.start();
  }

  public String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
