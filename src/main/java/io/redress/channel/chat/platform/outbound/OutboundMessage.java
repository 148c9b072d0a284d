package io.redress.channel.chat.platform.outbound;

import java.util.Map;

/**
 * A text for a customer.
 *
 * @param id the same whenever this message is tried again, a UUID
 * @param nonce that no other try has
 * @param account of the shop that the customer wrote to; empty where a channel has one
 * @param customer the platform's id of the customer
 * @param asTemplate whether it goes in the form that the platform has approved
 * @param facts that stand in approved templates, by name: {@code message}, {@code ticket}, {@code link}
 */
public record OutboundMessage(
        String id,
        String nonce,
        String account,
        String customer,
        String text,
        boolean asTemplate,
        Map<String, String> facts) {

    public OutboundMessage {
        facts = Map.copyOf(facts);
    }
}
