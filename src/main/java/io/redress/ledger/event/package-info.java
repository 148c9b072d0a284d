/** Subscriptions and their events in the database. */
@NullMarked
package io.redress.ledger.event;

import org.jspecify.annotations.NullMarked;
