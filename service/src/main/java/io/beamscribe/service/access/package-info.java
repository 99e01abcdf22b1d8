// SPDX-License-Identifier: Apache-2.0
/** Who may do what: keys, tokens, roles and limits. */
@NullMarked
package io.beamscribe.service.access;

import org.jspecify.annotations.NullMarked;
