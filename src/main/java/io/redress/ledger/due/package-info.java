/** Work that is due later, as rows: planned, claimed by one node, retried, done once in effect. */
@NullMarked
package io.redress.ledger.due;

import org.jspecify.annotations.NullMarked;
