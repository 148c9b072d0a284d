/** Arrivals on the console: lists, and one with its original as text. */
@NullMarked
package io.redress.console.item;

import org.jspecify.annotations.NullMarked;
