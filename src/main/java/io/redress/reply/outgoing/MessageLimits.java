package io.redress.reply.outgoing;

/**
 * How many messages customers get.
 *
 * @param acknowledgementsPerHour one recipient, in an hour; more would be a loop
 * @param perTicketPerDay the customer of one ticket, in 24 hours
 */
public record MessageLimits(int acknowledgementsPerHour, int perTicketPerDay) {}
