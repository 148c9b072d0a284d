/** Recording an arrival: one transaction that is idempotent on its id, with all that follows from it. */
@NullMarked
package io.redress.ledger.intake;

import org.jspecify.annotations.NullMarked;
