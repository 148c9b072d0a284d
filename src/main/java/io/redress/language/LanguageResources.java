package io.redress.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files beside these classes that say what languages are like. */
final class LanguageResources {

    private LanguageResources() {}

    /** The lines of a file that say something: neither empty nor, beginning with {@code #}, a comment. */
    static List<String> of(String name) {
        try (InputStream file = LanguageResources.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
