// SPDX-License-Identifier: Apache-2.0
/** Byte access to local files, object storage and the web. Knows nothing of results or jobs. */
@NullMarked
package io.beamscribe.transforms.storage;

import org.jspecify.annotations.NullMarked;
