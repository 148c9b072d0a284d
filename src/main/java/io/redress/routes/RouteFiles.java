package io.redress.routes;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the flow: {@code **}{@code /*.camel.yaml} and {@code kamelets/*.kamelet.yaml} of the routes folder.
 *
 * @param folder {@code redress.routes-dir}
 */
public record RouteFiles(Path folder) {

    /**
     * The text of every file, by path, in order of the paths.
     *
     * @throws InvalidConfiguration when the folder is missing or holds no route: a hub without routes would take nothing
     *     in, and say nothing
     */
    public Map<Path, String> read() {
        Map<Path, String> texts = texts();
        if (texts.keySet().stream().noneMatch(path -> path.toString().endsWith(RouteFile.ROUTES))) {
            throw new InvalidConfiguration(List.of(new Finding(
                    folder,
                    0,
                    (Files.isDirectory(folder) ? "no *.camel.yaml in " : "no folder ") + folder.toAbsolutePath(),
                    "start in the folder that holds routes/ and config/, or set redress.routes-dir")));
        }
        return texts;
    }

    /** The files that there are; none when the folder is missing. */
    public List<Path> paths() {
        return List.copyOf(texts().keySet());
    }

    /** As {@link #read}, and empty instead of a complaint: in a running hub a folder may be gone for a moment. */
    Map<Path, String> texts() {
        var texts = new TreeMap<Path, String>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.filter(RouteFiles::isOurs).toList()) {
                read(path, texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static void read(Path path, Map<Path, String> texts) throws IOException {
        try {
            // Not readString, which refuses what is not UTF-8: the checker says which file it is, and where.
            texts.put(path, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException goneMeanwhile) {
            texts.remove(path);
        }
    }

    private static boolean isOurs(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".")
                && (name.endsWith(RouteFile.ROUTES) || name.endsWith(RouteFile.KAMELET))
                && Files.isRegularFile(path);
    }
}
