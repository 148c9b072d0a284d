/** Records what became of each arrival: a new ticket, a repeat, a follow-up, or none of them. */
package io.redress.intake.recording;
