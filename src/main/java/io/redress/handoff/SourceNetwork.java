package io.redress.handoff;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for wherever something is counted or limited by address. */
public final class SourceNetwork {

    private static final int NETWORK = 8;

    private SourceNetwork() {}

    /**
     * The address itself, or the network of an IPv6 address: a subscriber has at least a /64 of them (RFC 6177), and may use
     * another one for each request.
     *
     * @param address in digits, as the web server or the broker gives it, or as a trusted proxy wrote it
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        int zone = address.indexOf('%'); // fe80::1%eth0: the zone tells our interface, not the sender
        try {
            // With a colon it is an address or an error, never a name to look up.
            InetAddress parsed = InetAddress.getByName(zone < 0 ? address : address.substring(0, zone));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK)) + "::/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
