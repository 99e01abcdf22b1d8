// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.util.Set;

/** Indents, but keeps each element of some long arrays on one line. */
final class ReadablePrinter extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1L;

  private final Set<String> rows;

  private boolean oneLine;

  /**
   * @param rows names of arrays whose elements take one line each
   */
  ReadablePrinter(Set<String> rows) {
    this.rows = rows;
    _objectIndenter = new DefaultIndenter("  ", "\n");
    _arrayIndenter = _objectIndenter;
  }

  @Override
  public ReadablePrinter createInstance() {
    return new ReadablePrinter(rows);
  }

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    oneLine = isRow(out.getOutputContext().getParent());
    if (oneLine) {
      out.writeRaw('{');
    } else {
      super.writeStartObject(out);
    }
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    if (!oneLine) {
      super.beforeObjectEntries(out);
    }
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
    out.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    if (oneLine) {
      out.writeRaw(", ");
    } else {
      super.writeObjectEntrySeparator(out);
    }
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    if (oneLine) {
      out.writeRaw('}');
      oneLine = false;
    } else if (entries == 0) {
      _nesting--;
      out.writeRaw('}');
    } else {
      super.writeEndObject(out, entries);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    if (values == 0) {
      _nesting--;
      out.writeRaw(']');
    } else {
      super.writeEndArray(out, values);
    }
  }

  private boolean isRow(JsonStreamContext parent) {
    if (parent == null || !parent.inArray() || parent.getParent() == null) {
      return false;
    }
    String array = parent.getParent().getCurrentName();
    return array != null && rows.contains(array);
  }
}
