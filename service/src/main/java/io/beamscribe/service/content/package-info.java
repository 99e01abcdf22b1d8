// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes that come and go: files in the data folder and their signed addresses, containers of
 * callers, and the guard through which every address goes that a caller gives.
 */
@NullMarked
package io.beamscribe.service.content;

import org.jspecify.annotations.NullMarked;
