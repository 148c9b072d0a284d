package io.redress.channel.chat;

import io.redress.channel.sender.Sender;
import io.redress.intake.RawMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sender is told when its request was accepted.
 *
 * @param namesTickets false for a channel that collects messages: a conversation gets its number when the customer is done
 */
record WebhookAnswers(boolean namesTickets) {

    /**
     * What the sender wants to read; else as for the first of its events alone, and, of several, a list of all.
     *
     * @param messages in the order of the events; one at least
     */
    WebhookResponse to(Sender sender, List<RawMessage> messages) {
        return sender.answer().map(WebhookResponse::fixed).orElseGet(() -> {
            var members = new LinkedHashMap<String, Object>(members(messages.get(0)));
            if (messages.size() > 1) {
                members.put("items", messages.stream().map(this::members).toList());
            }
            return WebhookResponse.json(202, members);
        });
    }

    /** Without a ticket where there will be none unless the sender's file is edited and the item replayed. */
    private Map<String, String> members(RawMessage message) {
        var members = new LinkedHashMap<String, String>();
        members.put("item", message.id());
        if (namesTickets && message.attribute(ChatAttributes.IGNORED) == null) {
            members.put("ticket", message.number());
        }
        return members;
    }
}
