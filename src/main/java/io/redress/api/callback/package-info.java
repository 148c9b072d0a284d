/** Callbacks by the API, for operators and for systems that call. */
@NullMarked
package io.redress.api.callback;

import org.jspecify.annotations.NullMarked;
