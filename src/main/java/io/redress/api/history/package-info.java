/** Sealed histories by the API: their verification and their signed heads. */
@NullMarked
package io.redress.api.history;

import org.jspecify.annotations.NullMarked;
