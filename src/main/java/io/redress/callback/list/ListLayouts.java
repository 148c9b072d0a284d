package io.redress.callback.list;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The layouts of {@code config/call-lists}, by name. Immutable. */
public record ListLayouts(Map<String, ListLayout> byName) {

    private static final String ENDING = ".yaml";

    public ListLayouts {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads all layouts of a folder; none when there is no such folder.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static ListLayouts read(Path folder) {
        Map<String, ListLayout> layouts = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString().replace(ENDING, "");
            try {
                layouts.put(name, new LayoutReading(name, file).read());
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return new ListLayouts(layouts);
    }

    /** The files of a folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /**
     * The layout of that name.
     *
     * @throws InvalidConfiguration when there is none
     */
    public ListLayout get(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new InvalidConfiguration(List.of(new Finding(
                        Path.of("config", "call-lists", name + ENDING),
                        0,
                        "there is no layout '" + name + "' for call lists",
                        "set redress.call-lists.layout to one of " + byName.keySet() + ", or create the file"))));
    }

    /** The layout of a list that was handed back, told by its header. */
    public Optional<ListLayout> of(List<String> header) {
        return byName.values().stream().filter(layout -> layout.fits(header)).findFirst();
    }

    /** What result files may look like, for people. */
    public String known() {
        return String.join(
                "; or ",
                byName.values().stream()
                        .map(layout -> layout.needed() + " (" + layout.name() + ")")
                        .sorted()
                        .toList());
    }
}
