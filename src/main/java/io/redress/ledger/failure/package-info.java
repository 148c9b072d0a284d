/** Messages that failed, in SQL. */
@NullMarked
package io.redress.ledger.failure;

import org.jspecify.annotations.NullMarked;
