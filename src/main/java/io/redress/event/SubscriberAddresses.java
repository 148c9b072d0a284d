package io.redress.event;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where events may be sent, so that nobody reaches the inside of the shop's network by a webhook (SSRF). What a name resolves to is
 * judged at each connection, since a name can point elsewhere a moment later.
 */
public final class SubscriberAddresses {

    private static final int LONGEST = 2000;

    /** Beside those that Java knows by name: RFC 6890, 6598 (shared), 3849 and 5737 (documentation), 4193, 6052, 3056, 4380. */
    private static final List<AddressRange> RESERVED = List.of(
            AddressRange.of("0.0.0.0/8"),
            AddressRange.of("100.64.0.0/10"),
            AddressRange.of("192.0.0.0/24"),
            AddressRange.of("192.0.2.0/24"),
            AddressRange.of("198.18.0.0/15"),
            AddressRange.of("198.51.100.0/24"),
            AddressRange.of("203.0.113.0/24"),
            AddressRange.of("240.0.0.0/4"),
            AddressRange.of("100.100.100.200/32"), // metadata of Alibaba Cloud
            AddressRange.of("168.63.129.16/32"), // of Azure
            AddressRange.of("::/96"),
            AddressRange.of("64:ff9b::/32"),
            AddressRange.of("2001::/23"),
            AddressRange.of("2001:db8::/32"),
            AddressRange.of("2002::/16"),
            AddressRange.of("fc00::/7"));

    private final List<AddressRange> allowed;
    private final boolean loopback;

    /**
     * @param allowed ranges that are permitted although they are private, such as {@code 10.1.0.0/16}
     * @param loopback whether this machine itself is permitted, and by http, too
     */
    public SubscriberAddresses(List<String> allowed, boolean loopback) {
        this.allowed = allowed.stream().map(AddressRange::of).toList();
        this.loopback = loopback;
    }

    /** What is wrong with an address as it is written; null when nothing is. */
    public @Nullable String problem(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return "url is not a web address";
        }
        if (url.length() > LONGEST || uri.getHost() == null || uri.getRawFragment() != null) {
            return "url is not a web address with a host, of at most " + LONGEST + " characters and without #";
        }
        if (uri.getRawUserInfo() != null) {
            return "url contains a user or password";
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(http && loopback && isLoopback(uri.getHost()))) {
            return "url must begin with https://";
        }
        return isLiteral(uri.getHost()) && !permits(literal(uri.getHost()))
                ? "url leads into a private network; redress.events.allow names those that are permitted"
                : null;
    }

    /** Whether a connection to an address may be opened. */
    public boolean permits(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.contains(address)) || loopback && address.isLoopbackAddress()) {
            return true;
        }
        boolean local = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !local && RESERVED.stream().noneMatch(range -> range.contains(address));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || isLiteral(host) && literal(host).isLoopbackAddress();
    }

    /** Only digits, dots and colons: no name is looked up for these. */
    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return anyLocal();
        }
    }

    private static InetAddress anyLocal() {
        try {
            return Inet6Address.getByAddress(new byte[16]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
