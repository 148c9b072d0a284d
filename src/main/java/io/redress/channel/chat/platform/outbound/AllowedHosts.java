package io.redress.channel.chat.platform.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Where an address may lead that a platform or a customer gave: else whoever writes it could have the hub ask any server that it
 * reaches (OWASP, Server-Side Request Forgery Prevention).
 *
 * @param hosts names, or {@code *.} and a name for all below it
 */
record AllowedHosts(List<String> hosts) {

    /**
     * Whether an address may be asked: by HTTPS, at its usual port, on an allowed host; or at an origin that a setting names, as a
     * proxy's or a trial's. The platform's own server is none of these unless it is listed: its API does what it is asked with the
     * channel's token, and a message could name what to ask.
     *
     * @param chosen the values that the channel itself gives to its settings
     */
    boolean allow(String address, Collection<String> chosen) {
        URI uri = uri(address);
        String host = uri == null ? null : uri.getHost();
        if (uri == null || host == null || uri.getUserInfo() != null) {
            return false;
        }
        boolean ours = chosen.stream()
                .map(AllowedHosts::uri)
                .filter(Objects::nonNull)
                .anyMatch(own -> own.getHost() != null
                        && own.getHost().equalsIgnoreCase(host)
                        && own.getPort() == uri.getPort()
                        && Objects.equals(own.getScheme(), uri.getScheme()));
        boolean secure = "https".equalsIgnoreCase(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == 443);
        return ours || secure && hosts.stream().anyMatch(allowed -> names(allowed, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean names(String allowed, String host) {
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
    }

    private static URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }
}
