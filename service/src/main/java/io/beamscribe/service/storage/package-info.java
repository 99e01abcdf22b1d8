// SPDX-License-Identifier: Apache-2.0
/** The database: SQLite in a file, or PostgreSQL. Nobody else writes SQL. */
@NullMarked
package io.beamscribe.service.storage;

import org.jspecify.annotations.NullMarked;
