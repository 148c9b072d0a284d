/** Spring configuration of what happens to a ticket, from triage to survey. */
@NullMarked
package io.redress.configuration.ticket;

import org.jspecify.annotations.NullMarked;
