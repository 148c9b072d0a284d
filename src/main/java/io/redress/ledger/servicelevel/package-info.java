/** Clocks of tickets, in SQL: started, paused, stopped, and their marks passed. */
@NullMarked
package io.redress.ledger.servicelevel;

import org.jspecify.annotations.NullMarked;
