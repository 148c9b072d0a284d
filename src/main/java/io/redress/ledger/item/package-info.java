/** Arrivals, in SQL: what came and what became of it. */
@NullMarked
package io.redress.ledger.item;

import org.jspecify.annotations.NullMarked;
