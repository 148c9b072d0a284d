package io.redress.channel.sender;

import io.redress.channel.proof.ChannelSecrets;
import io.redress.channel.proof.RequestVerifier;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A sender with the secret of the channel that it is connected by. It follows its file: an edit is in use at the next call. */
public final class ConnectedSender {

    private final Senders senders;
    private final String name;
    private final String secret;
    private final String verifyToken;
    private final Duration tolerance;
    private final Clock clock;
    private volatile @Nullable Current current;

    /**
     * What is in use for a call.
     *
     * @param verifyToken the channel's, for handshakes; empty where it has none
     */
    public record Current(Sender sender, RequestVerifier proof, String verifyToken) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Current[***]";
        }
    }

    /**
     * Connects a sender.
     *
     * @param name of a file in {@code config/senders}, or {@link Sender#STANDARD}
     * @param secret one or several, separated by blanks, as the sender's description wants it
     * @param verifyToken what the sender sends when it checks the address; never a secret that proves; empty for none
     * @param tolerance how far a signed time may be from the clock's
     * @throws IllegalArgumentException when the secret cannot be used. Whether it is written as the file's {@code
     *     secretEncoding} says is found at the first request, because the file may change
     */
    public ConnectedSender(
            Senders senders, String name, String secret, String verifyToken, Duration tolerance, Clock clock) {
        this.senders = senders;
        this.name = name;
        this.secret = secret;
        this.verifyToken = verifyToken;
        this.tolerance = tolerance;
        this.clock = clock;
        if (!verifyToken.isEmpty()) {
            ChannelSecrets.alternatives(verifyToken);
        }
        if (isStandard()) {
            Sender.standardWebhooks().proof(secret, tolerance, clock);
        } else {
            ChannelSecrets.alternatives(secret);
        }
    }

    /** As its channel calls it. */
    public String name() {
        return name;
    }

    public boolean isStandard() {
        return name.equals(Sender.STANDARD);
    }

    /**
     * As the file is now.
     *
     * @throws io.redress.configfile.InvalidConfiguration when there is no such sender any more
     * @throws IllegalArgumentException when the secret does not fit the file
     */
    public Current current() {
        Sender now = senders.get(name);
        Current known = current;
        if (known == null || known.sender() != now) {
            known = new Current(now, now.proof(secret, tolerance, clock), verifyToken);
            current = known;
        }
        return known;
    }
}
