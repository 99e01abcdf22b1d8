// SPDX-License-Identifier: Apache-2.0
/** Bytes anywhere: local, object storage, web. Knows no file of ours and no job. */
@NullMarked
package io.beamscribe.transforms.storage;

import org.jspecify.annotations.NullMarked;
