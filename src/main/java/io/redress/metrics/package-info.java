/** What {@code /actuator/prometheus} tells. A new metric goes here. */
@NullMarked
package io.redress.metrics;

import org.jspecify.annotations.NullMarked;
