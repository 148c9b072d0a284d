/** Figures looked into: two dimensions, arrivals by hour, and the tickets behind a number. */
@NullMarked
package io.redress.figures.detail;

import org.jspecify.annotations.NullMarked;
