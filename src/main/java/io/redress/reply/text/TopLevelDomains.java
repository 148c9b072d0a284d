package io.redress.reply.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The last parts of all names of hosts that there can be: those of the Public Suffix List, as HttpClient carries it. */
final class TopLevelDomains {

    private static final String LIST = "/org/publicsuffix/list/effective_tld_names.dat";
    private static final Set<String> ALL = read();

    private TopLevelDomains() {}

    static boolean has(String label) {
        return label.startsWith("xn--") || ALL.contains(label);
    }

    private static Set<String> read() {
        try (InputStream in = TopLevelDomains.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("HttpClient no longer carries " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .map(line -> line.substring(line.lastIndexOf('.') + 1))
                    .filter(label -> !label.equals("*"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
