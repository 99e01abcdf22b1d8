// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static java.util.Objects.requireNonNull;

import io.beamscribe.service.access.Caller;
import io.beamscribe.service.web.Server;
import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.SuspendToken;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.jspecify.annotations.Nullable;

/** The WebSockets of the server as connections. */
public final class Sockets implements Consumer<WsConfig> {
  private static final String CONNECTION = "realtime.connection";
  private static final Duration IDLE = Duration.ofMinutes(3);

  private final Realtime realtime;

  public Sockets(Realtime realtime) {
    this.realtime = realtime;
  }

  @Override
  public void accept(WsConfig config) {
    config.onConnect(
        socket -> {
          socket.session.setIdleTimeout(IDLE);
          socket.session.getPolicy().setMaxBinaryMessageSize(Limits.MOST_MESSAGE);
          socket.session.getPolicy().setMaxTextMessageSize(Limits.MOST_MESSAGE);
          socket.attribute(
              CONNECTION,
              realtime.connect(
                  caller(socket),
                  socket.getUpgradeCtx$javalin().path(),
                  query(socket),
                  new SocketWire(socket.session)));
        });
    config.onMessage(message -> connection(message).onText(message.message()));
    config.onBinaryMessage(Sockets::binary);
    config.onClose(socket -> realtime.disconnect(caller(socket), connection(socket)));
  }

  private static void binary(WsBinaryMessageContext message) {
    connection(message).onBinary(message.data(), message.offset(), message.length());
  }

  private static Caller caller(WsContext socket) {
    Caller caller = socket.attribute(Server.SOCKET_CALLER);
    return caller == null ? Caller.LOCAL : caller;
  }

  private static Connection connection(WsContext socket) {
    return requireNonNull(socket.attribute(CONNECTION));
  }

  private static Map<String, String> query(WsContext socket) {
    Map<String, String> query = new LinkedHashMap<>();
    socket
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!values.isEmpty()) {
                query.put(name.toLowerCase(Locale.ROOT), values.get(0));
              }
            });
    return query;
  }

  /** A session of the server's library. */
  private static final class SocketWire implements Connection.Wire {
    private final Session session;
    private @Nullable SuspendToken held;

    SocketWire(Session session) {
      this.session = session;
    }

    @Override
    public void send(String text) {
      session.getRemote().sendString(text, WriteCallback.NOOP);
    }

    @Override
    public synchronized void hold(boolean hold) {
      if (hold && held == null) {
        held = session.suspend();
      } else if (!hold && held != null) {
        held.resume();
        held = null;
      }
    }

    @Override
    public void close(int code, String reason) {
      // A close frame holds 123 bytes of text.
      byte[] bytes = reason.getBytes(StandardCharsets.UTF_8);
      String fits =
          bytes.length <= 120
              ? reason
              : StandardCharsets.US_ASCII.decode(ByteBuffer.wrap(bytes, 0, 120)).toString();
      session.close(code, fits);
    }
  }
}
