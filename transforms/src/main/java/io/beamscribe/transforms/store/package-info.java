/**
 * What all jobs in a process share of object storage, where the class path of a cluster's workers
 * has it. Knows nothing of jobs, nor of Beam: else the first job's classes would stay for good.
 */
package io.beamscribe.transforms.store;
