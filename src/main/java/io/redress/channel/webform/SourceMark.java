package io.redress.channel.webform;

import io.redress.handoff.KeyedDigest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The mark of a sender's address, to count by what it causes. The addresses of an IPv6 network (/64), of which one customer
 * has as many as there are, have one mark.
 */
public final class SourceMark {

    private static final int IPV6 = 16;
    private static final int NETWORK = 8;

    private final KeyedDigest digest;

    public SourceMark(KeyedDigest digest) {
        this.digest = digest;
    }

    /** @param client an address in digits, as the web server knows it */
    public String of(String client) {
        return digest.of(network(client));
    }

    private static byte[] network(String client) {
        byte[] address = client.indexOf(':') < 0 ? new byte[0] : digits(client);
        return address.length == IPV6 ? Arrays.copyOf(address, NETWORK) : client.getBytes(StandardCharsets.US_ASCII);
    }

    /** A text with a colon is never looked up as a name. */
    private static byte[] digits(String client) {
        try {
            return InetAddress.getByName(client).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }
}
