// SPDX-License-Identifier: Apache-2.0
/** Files by HTTP, and what their addresses say: one client and one way to retry. */
@NullMarked
package io.beamscribe.speech.http;

import org.jspecify.annotations.NullMarked;
