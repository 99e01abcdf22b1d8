/** Code of somebody who uses Beamscribe as a library. */
package example;
