/** What travels between steps, its coder, and the row that a failure becomes. */
package io.beamscribe.transforms.values;
