/** Trouble of channels, targets and the intake: when it begins and ends, and who is told. */
@NullMarked
package io.redress.incident;

import org.jspecify.annotations.NullMarked;
