// SPDX-License-Identifier: Apache-2.0
/** Results as rows with Beam schemas, which Beam's own IOs, SQL and other languages understand. */
@NullMarked
package io.beamscribe.transforms.rows;

import org.jspecify.annotations.NullMarked;
