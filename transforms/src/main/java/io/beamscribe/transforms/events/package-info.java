/** Object events from Kafka, and committing their offsets once their files are done. */
package io.beamscribe.transforms.events;
