/** What all threads of a worker share: engines, decoder, detector, models. */
package io.beamscribe.transforms.worker;
