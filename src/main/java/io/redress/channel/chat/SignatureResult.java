package io.redress.channel.chat;

import java.time.Instant;

/** Whether a webhook comes from who it says, and if not, why it was not believed. */
public sealed interface SignatureResult {

    /**
     * Signed with a key that we know, and recent.
     *
     * @param id the sender's id of the message, the same on every attempt
     * @param sentAt when this attempt was made, by the sender's clock
     */
    record Genuine(String id, Instant sentAt) implements SignatureResult {}

    /**
     * Not to be believed.
     *
     * @param reason for the sender to fix its request; tells nothing about our keys
     */
    record Rejected(String reason) implements SignatureResult {}
}
