/** Tickets by the API: found, exported, updated, with their attachments, deadlines and status links. */
@NullMarked
package io.redress.api.ticket;

import org.jspecify.annotations.NullMarked;
