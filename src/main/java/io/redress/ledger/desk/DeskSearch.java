package io.redress.ledger.desk;

import io.redress.desk.WorkList;
import io.redress.ledger.ticket.TicketSearch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a work list shows.
 *
 * @param filter narrows the list down; its scope is that of the reader
 * @param owner whose tickets; null: anybody's
 * @param reader whose own lists
 * @param now what is overdue is so at this time
 */
public record DeskSearch(
        WorkList list, TicketSearch filter, @Nullable String owner, DeskReader reader, Instant now) {}
