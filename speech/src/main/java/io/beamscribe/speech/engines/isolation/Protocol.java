// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.engines.isolation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.beamscribe.speech.ErrorKind;
import io.beamscribe.speech.SpeechException;
import io.beamscribe.speech.recognition.Effort;
import io.beamscribe.speech.recognition.RecognitionOptions;
import io.beamscribe.speech.recognition.SpeechSegment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages between a JVM and its child: requests one way, replies in any order the other way.
 * Samples are sent as bits and confidences as the shortest exact decimals, so that results are the
 * same on both sides.
 */
final class Protocol {
  /** The id of the unsolicited reply once the model is loaded or has failed to. */
  static final long READY = 0;

  /** The first byte of requests: the model is to be loaded. */
  static final int LOAD = 'L';

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte DONE = 'D';
  private static final byte FAILED = 'F';

  record Request(long id, EngineCall call, List<SpeechSegment> segments) {}

  /** A response, or else the reason why there is none. */
  record Reply(long id, @Nullable Response answer, @Nullable SpeechException failure) {}

  private Protocol() {}

  /** Writes and reads a message of each kind, which is much slower the first time. */
  static void warmUp() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    EngineCall call = new EngineCall.Recognize(RecognitionOptions.DEFAULT, Effort.FULL);
    write(out, new Request(READY, call, List.of()));
    readRequest(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    write(out, new Reply(READY, new Response.Ready(false), null));
  }

  static void write(DataOutputStream out, Request request) throws IOException {
    out.writeLong(request.id());
    writeBytes(out, JSON.writeValueAsBytes(request.call()));
    out.writeInt(request.segments().size());
    for (SpeechSegment segment : request.segments()) {
      ByteBuffer samples = ByteBuffer.allocate(segment.samples().length * Float.BYTES);
      samples.asFloatBuffer().put(segment.samples());
      out.writeInt(segment.channel());
      out.writeLong(segment.start());
      writeBytes(out, samples.array());
    }
    out.flush();
  }

  /** Reads a request; null at the end of the input. */
  static @Nullable Request readRequest(DataInputStream in) throws IOException {
    long id;
    try {
      id = in.readLong();
    } catch (EOFException e) {
      return null;
    }
    EngineCall call = JSON.readValue(readBytes(in), EngineCall.class);
    int count = in.readInt();
    List<SpeechSegment> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int channel = in.readInt();
      long start = in.readLong();
      byte[] bytes = readBytes(in);
      float[] samples = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(samples);
      segments.add(new SpeechSegment(channel, start, samples));
    }
    return new Request(id, call, segments);
  }

  static void write(DataOutputStream out, Reply reply) throws IOException {
    out.writeLong(reply.id());
    if (reply.failure() == null) {
      out.writeByte(DONE);
      writeBytes(out, JSON.writeValueAsBytes(reply.answer()));
    } else {
      out.writeByte(FAILED);
      out.writeUTF(reply.failure().kind().name());
      writeBytes(out, JSON.writeValueAsBytes(reply.failure().getMessage()));
    }
    out.flush();
  }

  static Reply readReply(DataInputStream in) throws IOException {
    long id = in.readLong();
    byte state = in.readByte();
    if (state == DONE) {
      return new Reply(id, JSON.readValue(readBytes(in), Response.class), null);
    }
    if (state == FAILED) {
      ErrorKind kind = ErrorKind.valueOf(in.readUTF());
      String sentence = JSON.readValue(readBytes(in), String.class);
      return new Reply(id, null, new SpeechException(kind, sentence));
    }
    throw new IOException("not a reply");
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
