package io.redress.configfile;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Something wrong in a file of {@code routes/} or {@code config/}.
 *
 * @param line 1-based; 0 when it concerns the file as a whole
 * @param column 1-based; 0 when only the line is known
 * @param problem what is wrong, naming the key and the value
 * @param remedy what to write instead
 */
public record Finding(Path file, int line, int column, String problem, String remedy) {

    /** Makes findings of problems and their remedies at a place of a file, or at a key below it. */
    @FunctionalInterface
    public interface Place {

        /** @param below map keys and list indexes; of keys that are not there, the last that is counts */
        Finding finding(String problem, String remedy, Object... below);

        /** That of a key, given by map keys and list indexes from the top. */
        static Place of(YamlFile<?> yaml, Object... path) {
            return (problem, remedy, below) -> yaml.finding(
                    problem,
                    remedy,
                    Stream.concat(Stream.of(path), Stream.of(below)).toArray());
        }
    }

    /** A finding of which the line is known at most. */
    public Finding(Path file, int line, String problem, String remedy) {
        this(file, line, 0, problem, remedy);
    }

    /** {@code config/categories.yaml:12: … → …}, which editors and CI logs turn into a link. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + problem + " → " + remedy;
    }
}
