package io.redress.channel.email.mime;

import io.redress.intake.SenderVerification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field {@code Authentication-Results} (RFC 8601, 2.2). What a sender can choose, such as an address with its own
 * quotation marks, stands in quotes or comments and is never taken for a result.
 *
 * @param server who says so (authserv-id)
 */
public record AuthenticationResults(String server, List<Result> results) {

    /** One method's result with its properties, such as {@code header.from}; all in lower case. */
    private record Result(String method, String value, Map<String, String> properties) {}

    /** Null when it is not written as RFC 8601 wants it: nothing can be concluded from it then. */
    public static @Nullable AuthenticationResults of(String field) {
        List<List<String>> parts = parts(field);
        if (parts == null || parts.get(0).isEmpty()) {
            return null;
        }
        String server = parts.get(0).get(0);
        List<Result> results = new ArrayList<>();
        for (List<String> part : parts.subList(1, parts.size())) {
            Result result = result(part);
            if (result != null) {
                results.add(result);
            }
        }
        return server.contains("=") ? null : new AuthenticationResults(server, results);
    }

    /**
     * Proved when DMARC passed for this domain, or when DKIM or SPF passed for it or for a domain above it. Failed when
     * DMARC failed, or else both of the others did. The first DMARC result counts.
     *
     * @param from domain of the From address, in lower case
     */
    public SenderVerification proof(String from) {
        Result dmarc = all("dmarc").stream().findFirst().orElse(null);
        if (dmarc != null && dmarc.value().equals("fail")) {
            return SenderVerification.FAILED;
        }
        if (dmarc != null && dmarc.value().equals("pass")) {
            return from.equals(dmarc.properties().get("header.from"))
                    ? SenderVerification.PROVED
                    : SenderVerification.UNPROVED;
        }
        List<Result> dkim = all("dkim");
        List<Result> spf = all("spf");
        boolean proved = dkim.stream().anyMatch(result -> isPass(result, from, "header.d", "header.i"))
                || spf.stream().anyMatch(result -> isPass(result, from, "smtp.mailfrom"));
        return proved
                ? SenderVerification.PROVED
                : fail(dkim) && fail(spf) ? SenderVerification.FAILED : SenderVerification.UNPROVED;
    }

    private List<Result> all(String method) {
        return results.stream().filter(result -> result.method().equals(method)).toList();
    }

    private static boolean fail(List<Result> results) {
        return !results.isEmpty()
                && results.stream().allMatch(result -> result.value().equals("fail"));
    }

    private static boolean isPass(Result result, String from, String... names) {
        for (String name : names) {
            String value = result.properties().get(name);
            if (value != null) {
                return result.value().equals("pass") && isOf(from, value.substring(value.lastIndexOf('@') + 1));
            }
        }
        return false;
    }

    /** A domain signs for itself and what is below it; a top-level domain signs for nobody. */
    private static boolean isOf(String from, String domain) {
        return domain.indexOf('.') > 0 && (from.equals(domain) || from.endsWith("." + domain));
    }

    private static @Nullable Result result(List<String> tokens) {
        Map<String, String> properties = new HashMap<>();
        for (String token : tokens) {
            int equals = token.indexOf('=');
            if (equals > 0) {
                properties.putIfAbsent(
                        token.substring(0, equals).toLowerCase(Locale.ROOT),
                        token.substring(equals + 1).toLowerCase(Locale.ROOT));
            }
        }
        String first = tokens.isEmpty() ? "" : tokens.get(0);
        int equals = first.indexOf('=');
        if (equals <= 0) {
            return null; // "none", or a version
        }
        String method = first.substring(0, equals).toLowerCase(Locale.ROOT).replaceFirst("/.*", "");
        return new Result(method, first.substring(equals + 1).toLowerCase(Locale.ROOT), properties);
    }

    /** The tokens between semicolons, without comments and quotation marks; null when one of these is left open. */
    private static @Nullable List<List<String>> parts(String field) {
        var scan = new AuthenticationScan(field);
        return scan.isWhole() ? scan.parts() : null;
    }
}
