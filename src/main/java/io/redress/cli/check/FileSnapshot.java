package io.redress.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of some folders as they were at one moment.
 *
 * @param files size and time of the last change, by path
 */
record FileSnapshot(List<Path> folders, Map<Path, String> files) {

    static FileSnapshot of(List<Path> folders) {
        var files = new TreeMap<Path, String>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
                found.forEach(path -> files.put(
                        path, path.toFile().length() + " " + path.toFile().lastModified()));
            } catch (IOException | UncheckedIOException goneMeanwhile) {
                files.remove(folder);
            }
        }
        return new FileSnapshot(folders, files);
    }

    FileSnapshot again() {
        return of(folders);
    }
}
