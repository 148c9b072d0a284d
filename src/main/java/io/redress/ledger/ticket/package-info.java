/** Tickets, in SQL: rows, histories, status, status links, search, numbers, and what is announced of them. */
@NullMarked
package io.redress.ledger.ticket;

import org.jspecify.annotations.NullMarked;
