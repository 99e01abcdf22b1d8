/** What threads of a process share: loaded once, kept while anybody holds it. Ground. */
package io.beamscribe.speech.sharing;
