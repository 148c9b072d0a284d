package io.redress.configfile;

import java.nio.file.Path;

/**
 * Something wrong in a file of {@code routes/} or {@code config/}.
 *
 * @param line 1-based; 0 when it concerns the file as a whole
 * @param column 1-based; 0 when only the line is known
 * @param problem what is wrong, naming the key and the value
 * @param remedy what to write instead
 */
public record Finding(Path file, int line, int column, String problem, String remedy) {

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
