/** Tickets on the console: lists, a ticket's page, and what staff do with it. */
@NullMarked
package io.redress.console.ticket;

import org.jspecify.annotations.NullMarked;
