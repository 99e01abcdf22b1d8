// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.storage;

import io.beamscribe.service.entities.ApiVersion;
import io.beamscribe.service.entities.Entity;
import io.beamscribe.service.entities.Jsons;
import io.beamscribe.service.entities.Kind;
import io.beamscribe.service.entities.Status;
import io.beamscribe.service.entities.StoredFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Turns rows into values. */
final class Rows {
  private Rows() {}

  static Entity entity(ResultSet row, StatementContext context) throws SQLException {
    return new Entity(
        row.getString("id"),
        Kind.valueOf(row.getString("kind")),
        row.getString("owner"),
        ApiVersion.of(row.getString("version")),
        row.getString("subkind"),
        row.getString("display_name"),
        row.getString("description"),
        row.getString("locale"),
        Status.of(row.getString("status")).orElseThrow(),
        Instant.ofEpochMilli(row.getLong("created")),
        Instant.ofEpochMilli(row.getLong("last_action")),
        time(row, "expires"),
        Jsons.stored(row.getString("custom_properties")),
        Jsons.stored(row.getString("properties")),
        Jsons.stored(row.getString("hidden")));
  }

  static StoredFile file(ResultSet row, StatementContext context) throws SQLException {
    long duration = row.getLong("duration");
    return new StoredFile(
        row.getString("id"),
        row.getString("entity"),
        row.getString("owner"),
        row.getString("name"),
        row.getString("kind"),
        row.getLong("size"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getString("location"),
        row.wasNull() || duration == 0 ? null : duration);
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
