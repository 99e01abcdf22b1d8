package io.beamscribe.transforms;

/**
 * Where a log of events tells of a file.
 *
 * @param offset of the event in its partition
 * @param index of the file among those of the event, from 0
 */
public record EventPlace(String topic, int partition, long offset, int index) {}
