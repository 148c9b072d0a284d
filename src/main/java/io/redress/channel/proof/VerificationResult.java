package io.redress.channel.proof;

import org.jspecify.annotations.Nullable;

/** Whether a webhook comes from who it says, and if not, why it was not believed. */
public sealed interface VerificationResult {

    /**
     * Proven with a secret that we know, and recent where a time is signed.
     *
     * @param id the sender's id of the message, the same on every attempt; null when the proof names none
     */
    record Genuine(@Nullable String id) implements VerificationResult {}

    /**
     * Not to be believed.
     *
     * @param reason for the sender to fix its request; tells nothing about our keys
     */
    record Rejected(String reason) implements VerificationResult {}
}
