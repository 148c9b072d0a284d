package io.redress.channel.webform;

import io.redress.handoff.KeyedDigest;
import io.redress.handoff.SourceNetwork;

/** The mark of a sender's network, to count by what it causes without keeping the address. */
public final class NetworkDigest {

    private final KeyedDigest digest;

    public NetworkDigest(KeyedDigest digest) {
        this.digest = digest;
    }

    /** @param client an address in digits, as the web server knows it */
    public String of(String client) {
        return digest.of(SourceNetwork.of(client));
    }
}
