package io.redress.ledger.chat;

import java.util.Map;

/**
 * A conversation whose customer is done, to be handed off.
 *
 * @param id of the item that it becomes, the same whenever it is handed off again
 * @param channel where its messages came in
 */
public record QuietConversation(String id, String channel) {

    /** None: the messages carry all that their channel knew. */
    public Map<String, String> attributes() {
        return Map.of();
    }

    /** What makes the whole conversation the same as itself; no channel's key looks like it. */
    public String sourceKey() {
        return "conversation:" + id;
    }
}
