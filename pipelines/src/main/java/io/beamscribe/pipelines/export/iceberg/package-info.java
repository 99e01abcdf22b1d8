// SPDX-License-Identifier: Apache-2.0
/**
 * Tables in Apache Iceberg's format, version 2: which data files a table has, over its snapshots.
 */
@NullMarked
package io.beamscribe.pipelines.export.iceberg;

import org.jspecify.annotations.NullMarked;
