/** How much waits in the queues, and for how long, whether the broker is embedded or not. */
@NullMarked
package io.redress.broker.monitoring;

import org.jspecify.annotations.NullMarked;
