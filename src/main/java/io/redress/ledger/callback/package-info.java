/** Callbacks, in SQL. */
@NullMarked
package io.redress.ledger.callback;

import org.jspecify.annotations.NullMarked;
