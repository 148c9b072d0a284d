/** Figures on the console: against their targets and against the period before, by group, with a trend. */
@NullMarked
package io.redress.console.figures;

import org.jspecify.annotations.NullMarked;
