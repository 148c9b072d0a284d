/** Tickets for the console: work lists, their counts, versions, and which tickets belong together. */
@NullMarked
package io.redress.ledger.desk;

import org.jspecify.annotations.NullMarked;
