/** Conversations in progress, in SQL (the Aggregator of chat messages). */
@NullMarked
package io.redress.ledger.chat;

import org.jspecify.annotations.NullMarked;
