package io.redress.console;

import io.redress.config.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The files that Spring Boot reads by itself, and of whose mistakes it tells in a stack trace. */
public final class SettingsFiles {

    private static final Path FOLDER = Path.of("config");

    private SettingsFiles() {}

    /** What is not YAML of {@code config/application*.yaml} in the working folder. */
    public static List<Finding> unreadable() {
        var findings = new ArrayList<Finding>();
        if (!Files.isDirectory(FOLDER)) {
            return findings;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(SettingsFiles::isOne).sorted().toList()) {
                read(file, findings);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static void read(Path file, List<Finding> findings) throws IOException {
        try (var text = Files.newBufferedReader(file)) {
            new Yaml(new LoaderOptions()).composeAll(text).forEach(document -> {});
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            findings.add(new Finding(file, line, e.getProblem(), "fix the YAML at this line (indentation, quotes)"));
        } catch (CharacterCodingException e) {
            findings.add(new Finding(file, 0, "is not UTF-8", "save the file in UTF-8"));
        }
    }

    private static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).matches("application(-[\\w.-]+)?\\.ya?ml");
    }
}
