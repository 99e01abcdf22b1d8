/** Results as rows with Beam schemas, which Beam's own IOs, SQL and other languages understand. */
package io.beamscribe.transforms.rows;
