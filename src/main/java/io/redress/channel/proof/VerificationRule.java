package io.redress.channel.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a sender proves itself, as its description says. */
@FunctionalInterface
public interface VerificationRule {

    /** The tolerance of a request that was recorded: when it was signed does not count, whatever the description says. */
    Duration ANY_TIME = Duration.ofDays(36_500);

    /**
     * The same with a channel's secrets.
     *
     * @param secrets sets of them, each by name, of which any may have been used; those of a channel with one secret are
     *     {@link ChannelSecrets#of}
     * @param tolerance how far a signed time may be from the clock's, where the description does not say
     * @throws IllegalArgumentException when a secret cannot be used; the message does not repeat it
     */
    RequestVerifier with(List<Map<String, String>> secrets, Duration tolerance, Clock clock);

    /**
     * Makes a request prove itself as its sender would.
     *
     * @param secrets of the channel, by name
     * @param id of the request, where the sender signs one
     * @param now when it is signed
     * @return empty where only the sender can prove it, as by a private key or an encryption
     */
    default Optional<ProvenRequest> prove(Map<String, String> secrets, String id, byte[] body, Instant now) {
        return Optional.empty();
    }
}
