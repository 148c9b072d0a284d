package io.redress.configfile.folder;

import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder of {@code config/} in which each file is one thing, named by it: {@code rt} is {@code rt.yaml}. */
public final class YamlFolder {

    public static final String ENDING = ".yaml";

    private static final Logger LOG = LoggerFactory.getLogger(YamlFolder.class);

    private YamlFolder() {}

    /** Its files, by name; none when there is no such folder. */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && ConfigText.isThere(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** The names of its things, in their order. */
    public static Set<String> names(Path folder) {
        return files(folder).stream().map(YamlFolder::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Path file) {
        String named = String.valueOf(file.getFileName());
        return named.substring(0, named.length() - ENDING.length());
    }

    /** The texts of its files, by name: equal as long as no file was edited. What cannot be read is empty. */
    public static Map<String, String> texts(Path folder) {
        var texts = new TreeMap<String, String>();
        for (Path file : files(folder)) {
            String text = "";
            try {
                text = ConfigText.read(file);
            } catch (IOException e) {
                LOG.debug("{} cannot be read", file, e);
            }
            texts.put(name(file), text);
        }
        return texts;
    }

    /** Those that can be read; what is wrong with the others is told by {@link #read}. */
    public static <T> Map<String, T> readable(Path folder, BiFunction<String, Path, T> reader) {
        return each(folder, reader, e -> LOG.debug("not read", e));
    }

    /**
     * Reads all of them, by name.
     *
     * @param reader makes one of its name and its file
     * @throws InvalidConfiguration naming what is wrong in any of them
     */
    public static <T> Map<String, T> read(Path folder, BiFunction<String, Path, T> reader) {
        var findings = new ArrayList<Finding>();
        Map<String, T> byName = each(folder, reader, e -> findings.addAll(e.findings()));
        InvalidConfiguration.throwIfAny(findings);
        return byName;
    }

    private static <T> Map<String, T> each(
            Path folder, BiFunction<String, Path, T> reader, Consumer<InvalidConfiguration> refused) {
        var byName = new TreeMap<String, T>();
        for (Path file : files(folder)) {
            String name = name(file);
            try {
                byName.put(name, reader.apply(name, file));
            } catch (InvalidConfiguration e) {
                refused.accept(e);
            }
        }
        return byName;
    }
}
