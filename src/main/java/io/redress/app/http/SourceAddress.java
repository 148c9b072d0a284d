package io.redress.app.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for when its requests are counted. */
final class SourceAddress {

    private static final int NETWORK = 8;

    private SourceAddress() {}

    /**
     * The address itself, or the network of an IPv6 address: a subscriber has at least a /64 of them (RFC 6177).
     *
     * @param address as the web server gives it, or as a trusted proxy wrote it
     */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // With a colon it is an address or an error, never a name to look up.
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) + "::/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
