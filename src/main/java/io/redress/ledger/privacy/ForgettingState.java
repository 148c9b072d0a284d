package io.redress.ledger.privacy;

import io.redress.ticket.Keyed;

/** How far a person is forgotten. */
enum ForgettingState implements Keyed {
    BLANKING,
    QUEUES,
    FILES,
    REWRITING,
    SEARCHING,
    DONE
}
