package io.redress.channel.webform.origin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The sites whose pages may send a form by script, each an origin as browsers write it (RFC 6454, 6.2). They are compared
 * character by character; there are no patterns.
 *
 * @param origins empty when no such site is named: then a form is taken from everywhere, and no script can read the answer
 */
public record AllowedOrigins(Set<String> origins) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MOST_PORTS = 65_535;

    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }

    /**
     * Reads a list with commas between.
     *
     * @throws InvalidOrigin naming what is not an origin, and how to write it
     */
    public static AllowedOrigins in(String list) {
        var origins = new LinkedHashSet<String>();
        for (String one : Arrays.stream(list.split(",", -1)).map(String::strip).toList()) {
            if (!one.isEmpty()) {
                origins.add(checked(one));
            }
        }
        return new AllowedOrigins(origins);
    }

    /** Whether any site is named. */
    public boolean any() {
        return !origins.isEmpty();
    }

    /** {@code null}, which pages in a sandbox and files of the disk have, is never one of them. */
    public boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    private static String checked(String written) {
        if (written.indexOf('*') >= 0) {
            throw new InvalidOrigin(written, "name each site; there are no wildcards");
        }
        if (written.equals("null")) {
            throw new InvalidOrigin(
                    written, "any page in a sandbox has it; name the site, such as https://shop.example.com");
        }
        URI uri = uri(written);
        String scheme = uri.getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new InvalidOrigin(
                    written, "write scheme and host in small letters, such as https://shop.example.com");
        }
        String rest = written.substring(scheme.length() + "://".length());
        if (rest.indexOf('/') >= 0 || rest.indexOf('?') >= 0 || rest.indexOf('#') >= 0 || rest.indexOf('@') >= 0) {
            throw new InvalidOrigin(written, "leave out what comes after the host, the slash too, and any user");
        }
        String host = uri.getHost();
        if (host == null || !HOST.matcher(host).matches()) {
            throw new InvalidOrigin(written, "write the host in small letters of ASCII, as xn--… where it has others");
        }
        int port = uri.getPort();
        if (port == ("https".equals(scheme) ? HTTPS : HTTP)) {
            throw new InvalidOrigin(written, "leave out :" + port + ", as browsers do");
        }
        String same = scheme + "://" + host + (port < 0 ? "" : ":" + port);
        if (!same.equals(written) || port == 0 || port > MOST_PORTS) {
            throw new InvalidOrigin(
                    written, "write " + scheme + "://" + host + ", with the port where it is not the usual one");
        }
        return written;
    }

    private static URI uri(String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException e) {
            throw new InvalidOrigin(written, "write one such as https://shop.example.com");
        }
    }
}
