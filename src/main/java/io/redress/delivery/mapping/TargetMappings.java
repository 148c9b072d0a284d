package io.redress.delivery.mapping;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.config.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mappings of a folder, by name: {@code rt} is {@code rt.yaml}.
 *
 * @param folder {@code config/mappings/targets}; it may be missing
 */
public record TargetMappings(Path folder, Map<String, TargetMapping> byName) {

    private static final String ENDING = ".yaml";

    /**
     * Reads all of them.
     *
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static TargetMappings read(Path folder) {
        var findings = new ArrayList<Finding>();
        var mappings = new TreeMap<String, TargetMapping>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                mappings.put(name.substring(0, name.length() - ENDING.length()), TargetMapping.read(file));
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new TargetMappings(folder, mappings);
    }

    /** The files of the folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /**
     * A mapping by name.
     *
     * @throws InvalidConfiguration when there is none, with the names that there are
     */
    public TargetMapping get(String name) {
        TargetMapping mapping = byName.get(name);
        if (mapping == null) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no mapping '" + name + "'", Suggestion.remedy(name, byName.keySet()))));
        }
        return mapping;
    }
}
