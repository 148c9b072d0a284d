package io.redress.configfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that Spring Boot reads by itself, and of whose mistakes it tells in a stack trace. */
public final class SettingsFiles {

    private static final Path FOLDER = Path.of("config");

    private SettingsFiles() {}

    /** What is not YAML of {@code config/application*.yaml} in the working folder. */
    public static List<Finding> unreadable() {
        var findings = new ArrayList<Finding>();
        texts().forEach((file, text) -> YamlErrorExplanation.encoding(file, text)
                .or(() -> YamlErrorExplanation.in(file, text))
                .or(() -> YamlErrorExplanation.twice(file, text))
                .ifPresent(findings::add));
        return findings;
    }

    /** Their texts, by path; what is not UTF-8 is replaced by U+FFFD. */
    public static Map<Path, String> texts() {
        var texts = new TreeMap<Path, String>();
        if (!Files.isDirectory(FOLDER)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(SettingsFiles::isOne).toList()) {
                texts.put(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).matches("application(-[\\w.-]+)?\\.ya?ml");
    }
}
