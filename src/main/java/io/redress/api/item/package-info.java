/** Arrivals by the API: what became of each, its untouched original, and running it again. */
@NullMarked
package io.redress.api.item;

import org.jspecify.annotations.NullMarked;
