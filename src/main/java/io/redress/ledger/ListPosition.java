package io.redress.ledger;

import java.time.Instant;

/**
 * A place in a list that runs from the newest arrival to the oldest. The page after it holds what is older, so that
 * arrivals in the meantime neither repeat nor hide a row.
 *
 * @param at when the row at this place arrived
 * @param key the row's key, which orders those that arrived in the same microsecond
 */
public record ListPosition(Instant at, String key) {}
