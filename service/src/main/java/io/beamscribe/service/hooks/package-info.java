// SPDX-License-Identifier: Apache-2.0
/** Delivery to web hooks: challenge, signature, attempts until it is received. */
@NullMarked
package io.beamscribe.service.hooks;

import org.jspecify.annotations.NullMarked;
