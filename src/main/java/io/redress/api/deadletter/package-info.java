/** Messages that failed, by the API: shown, put back to work, discarded. */
@NullMarked
package io.redress.api.deadletter;

import org.jspecify.annotations.NullMarked;
