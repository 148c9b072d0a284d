package io.redress.ledger.privacy;

import io.redress.ticket.KeyedEnum;

/** How far a person is forgotten. */
enum ForgettingState implements KeyedEnum {
    BLANKING,
    QUEUES,
    FILES,
    REWRITING,
    SEARCHING,
    DONE
}
