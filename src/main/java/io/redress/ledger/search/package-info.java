/** The index of the search box: written a moment after the tickets, and asked. */
@NullMarked
package io.redress.ledger.search;

import org.jspecify.annotations.NullMarked;
