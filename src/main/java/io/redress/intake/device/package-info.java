/** Faults that devices report of themselves: when one is a new episode, the same one again, or over. */
@NullMarked
package io.redress.intake.device;

import org.jspecify.annotations.NullMarked;
