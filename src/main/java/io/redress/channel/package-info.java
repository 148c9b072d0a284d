/** What all channels share. Each kind of channel has its own package below. */
package io.redress.channel;
