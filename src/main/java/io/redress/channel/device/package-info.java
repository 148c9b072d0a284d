/** The channel of devices: messages of an MQTT broker, and the faults that they report. */
@NullMarked
package io.redress.channel.device;

import org.jspecify.annotations.NullMarked;
