/** The console's frame: language, texts, times, errors, and what every page's layout needs. */
@NullMarked
package io.redress.console;

import org.jspecify.annotations.NullMarked;
