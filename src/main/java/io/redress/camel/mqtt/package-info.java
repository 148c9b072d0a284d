/** The Camel component {@code mqtt-broker}: messages of an MQTT 5 broker, acknowledged when the route has them durably. */
@NullMarked
package io.redress.camel.mqtt;

import org.jspecify.annotations.NullMarked;
