package io.redress.triage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Judges the examples of a folder by the rules beside them. It is the longest work of {@code check}: what it found about files
 * that say the same still, it knows.
 */
public final class ExamplesCheck {

    private static final Cache<Map<Path, String>, List<Finding>> KNOWN =
            Caffeine.newBuilder().maximumSize(4).build();

    private ExamplesCheck() {}

    /** Begins with a folder in the background; who asks for its findings meanwhile waits for these. */
    public static void begin(Path config) {
        if (ConfigText.isThere(config.resolve("categories.yaml"))) {
            CompletableFuture.runAsync(() -> findings(config));
        }
    }

    /** The files that are read for it. */
    public static List<Path> files(Path config) {
        return Stream.of("words.yaml", "phrases.yaml", "categories.yaml", "categories.examples.yaml")
                .map(config::resolve)
                .toList();
    }

    /**
     * What is wrong with the examples: they are judged otherwise than they say, or stand twice.
     *
     * @throws InvalidConfiguration when the rules or the examples cannot be read at all
     */
    public static List<Finding> findings(Path config) {
        return findings(config, VerifiedExampleFiles.ofBuild());
    }

    static List<Finding> findings(Path config, VerifiedExampleFiles sound) {
        Map<Path, String> texts = texts(config);
        return sound.have(texts)
                ? List.of()
                : KNOWN.get(texts, unread -> TriageExamples.read(config).verify(TriageRules.read(config)));
    }

    private static Map<Path, String> texts(Path config) {
        var texts = new TreeMap<Path, String>();
        Stream.concat(files(config).stream(), Stream.of(config.resolve("service-levels.yaml")))
                .forEach(file -> texts.put(file, text(file)));
        return texts;
    }

    private static String text(Path file) {
        try {
            return ConfigText.read(file);
        } catch (IOException toldByWhoReadsIt) {
            return "";
        }
    }
}
