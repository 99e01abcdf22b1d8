// SPDX-License-Identifier: Apache-2.0
/**
 * Downloads of models: HTTP, the Python package index through pip, object storage; checked, then
 * unpacked. Keeps nothing.
 */
@NullMarked
package io.beamscribe.speech.models.fetch;

import org.jspecify.annotations.NullMarked;
