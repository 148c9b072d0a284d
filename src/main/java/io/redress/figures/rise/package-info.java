/** Whether complaints rise beyond what their history explains. */
@NullMarked
package io.redress.figures.rise;

import org.jspecify.annotations.NullMarked;
