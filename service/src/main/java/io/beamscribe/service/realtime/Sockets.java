// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.realtime;

import static java.util.Objects.requireNonNull;

import io.beamscribe.service.access.Caller;
import io.beamscribe.service.web.Server;
import io.javalin.websocket.WsBinaryMessageContext;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.SuspendToken;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.jspecify.annotations.Nullable;

/** The WebSockets of the server as connections. */
public final class Sockets implements Consumer<WsConfig> {
  private static final String CONNECTION = "realtime.connection";
  private static final int MOST_REASON = 123;

  private final Realtime realtime;
  private final Duration idle;

  /**
   * @param idle how long a connection may say nothing
   */
  public Sockets(Realtime realtime, Duration idle) {
    this.realtime = realtime;
    this.idle = idle;
  }

  @Override
  public void accept(WsConfig config) {
    config.onConnect(
        socket -> {
          socket.session.setIdleTimeout(idle);
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

  /** As much of a text as a close frame holds: 123 bytes. */
  static String fitting(String reason) {
    CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    encoder.onMalformedInput(CodingErrorAction.REPLACE);
    ByteBuffer bytes = ByteBuffer.allocate(MOST_REASON);
    encoder.encode(CharBuffer.wrap(reason), bytes, true); // stops before what does not fit
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  /** A session of the server's library. */
  private static final class SocketWire implements Connection.Wire {
    private final Session session;
    private final AtomicLong unread = new AtomicLong();
    private @Nullable SuspendToken held;

    SocketWire(Session session) {
      this.session = session;
    }

    @Override
    public void send(String text) {
      int length = text.length();
      if (unread.addAndGet(length) > Limits.MOST_UNREAD) {
        session.disconnect(); // a close frame would wait behind the rest
        return;
      }
      session
          .getRemote()
          .sendString(
              text,
              new WriteCallback() {
                @Override
                public void writeSuccess() {
                  unread.addAndGet(-length);
                }

                @Override
                public void writeFailed(Throwable e) {
                  unread.addAndGet(-length); // it is closed then, which is heard elsewhere
                }
              });
    }

    @Override
    public synchronized void hold(boolean hold) {
      if (hold && held == null && session.isOpen()) {
        held = session.suspend();
      } else if (!hold && held != null) {
        held.resume();
        held = null;
      }
    }

    @Override
    public void close(int code, String reason) {
      session.close(code, fitting(reason));
    }
  }
}
