/** What becomes of a ticket: due work, lookups, messages, deliveries, call lists, and finding it. */
@NullMarked
package io.redress.settings.ticket;

import org.jspecify.annotations.NullMarked;
