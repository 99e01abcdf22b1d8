// SPDX-License-Identifier: Apache-2.0
/** The work behind entities: queued in the database, done by threads of this process. */
@NullMarked
package io.beamscribe.service.jobs;

import org.jspecify.annotations.NullMarked;
