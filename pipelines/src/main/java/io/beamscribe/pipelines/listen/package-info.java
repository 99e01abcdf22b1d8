// SPDX-License-Identifier: Apache-2.0
/** Speech recognised while it comes, on a terminal or into a pipe. Not here: the service. */
@NullMarked
package io.beamscribe.pipelines.listen;

import org.jspecify.annotations.NullMarked;
