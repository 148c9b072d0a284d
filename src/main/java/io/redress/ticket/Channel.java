package io.redress.ticket;

/**
 * Where a complaint came in.
 *
 * @param name the channel's name, that of its file in {@code routes/channels}
 * @param kind {@code email}, {@code web-form}, {@code call-center} or {@code chat}
 * @param itemId the item (arrival) that opened the ticket
 */
public record Channel(String name, String kind, String itemId) {}
