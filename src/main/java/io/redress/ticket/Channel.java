package io.redress.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Where a complaint came in.
 *
 * @param name the channel's name, that of its file in {@code routes/channels}
 * @param kind {@code email}, {@code web-form}, {@code call-center} or {@code chat}
 * @param itemId the item (arrival) that opened the ticket
 * @param recipients the addresses in To and Cc of a mail, ours and others'; empty for other channels
 */
public record Channel(
        String name,
        String kind,
        String itemId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> recipients) {

    public Channel {
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
    }

    /** A channel that has no recipients. */
    public Channel(String name, String kind, String itemId) {
        this(name, kind, itemId, List.of());
    }
}
