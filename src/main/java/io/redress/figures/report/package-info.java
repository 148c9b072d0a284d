/** What those in charge are told of figures: the weekly report, and rises. */
@NullMarked
package io.redress.figures.report;

import org.jspecify.annotations.NullMarked;
