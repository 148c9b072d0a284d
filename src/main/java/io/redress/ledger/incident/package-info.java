/** Incidents, in SQL. */
@NullMarked
package io.redress.ledger.incident;

import org.jspecify.annotations.NullMarked;
