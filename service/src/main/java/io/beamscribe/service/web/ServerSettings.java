// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.web;

import io.javalin.config.JavalinConfig;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Where a server listens, and under which address callers see it.
 *
 * @param keyStore for TLS; empty for plain HTTP
 */
public record ServerSettings(
    String host, int port, Optional<String> publicUrl, Optional<Path> keyStore, String password) {

  void connect(JavalinConfig config) {
    config.jetty.addConnector(
        (server, unused) -> {
          HttpConfiguration http = new HttpConfiguration();
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
          http.setRequestHeaderSize(32 * 1024);
          ServerConnector connector;
          if (keyStore.isPresent()) {
            SecureRequestCustomizer secure = new SecureRequestCustomizer();
            secure.setSniHostCheck(false); // names are the proxy's or the hosts file's matter
            http.addCustomizer(secure);
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setKeyStorePath(keyStore.get().toString());
            tls.setKeyStorePassword(password);
            connector =
                new ServerConnector(
                    server,
                    new SslConnectionFactory(tls, "http/1.1"),
                    new HttpConnectionFactory(http));
          } else {
            connector = new ServerConnector(server, new HttpConnectionFactory(http));
          }
          server.setErrorHandler(new UnreadableRequests());
          connector.setHost(host);
          connector.setPort(port);
          connector.setIdleTimeout(120_000);
          return connector;
        });
  }
}
