// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.onnx.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message of Protocol Buffers: fields by number, in the order in which they are added. */
final class Message {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

  private interface Field {
    void write(CodedOutputStream out) throws IOException;
  }

  Message put(int field, long value) {
    return write(to -> to.writeInt64(field, value));
  }

  Message put(int field, float value) {
    return write(to -> to.writeFloat(field, value));
  }

  Message put(int field, String value) {
    return write(to -> to.writeString(field, value));
  }

  Message put(int field, byte[] value) {
    return write(to -> to.writeByteArray(field, value));
  }

  Message put(int field, Message value) {
    return put(field, value.bytes());
  }

  /** A field as it stands in another message, behind its tag. */
  Message copy(int tag, CodedInputStream from) {
    return write(
        to -> {
          UnknownFieldSet.Builder field = UnknownFieldSet.newBuilder();
          if (!field.mergeFieldFrom(tag, from)) {
            throw new IOException("a field ends a group");
          }
          field.build().writeTo(to);
        });
  }

  /** All fields of another message. */
  Message append(Message other) {
    byte[] fields = other.bytes();
    return write(to -> to.writeRawBytes(fields));
  }

  private Message write(Field field) {
    try {
      field.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory never fails
    }
    return this;
  }

  byte[] bytes() {
    write(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
