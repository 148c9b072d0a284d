package io.redress.routes.file;

import io.redress.configfile.ConfigText;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the flow: {@code **}{@code /*.camel.yaml} and {@code kamelets/*.kamelet.yaml} of the routes folder.
 *
 * @param folder {@code redress.routes-dir}
 */
public record RouteFiles(Path folder) {

    /** By the time of the last change; files that are not on disk come first. */
    public static final Comparator<Path> OLDEST_FIRST =
            Comparator.comparingLong(file -> file.toFile().lastModified());

    private static final Pattern LIKE_OURS = Pattern.compile("(?i).*\\.(ya?ml|xml|java|groovy)");

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

    /** The keys that placeholders name. */
    public Set<String> settings() {
        return texts().values().stream()
                .flatMap(text -> Placeholder.in(text).stream())
                .map(Placeholder::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files that there are; none when the folder is missing. */
    public List<Path> paths() {
        return List.copyOf(texts().keySet());
    }

    /** As {@link #read}, and empty instead of a complaint: in a running hub a folder may be gone for a moment. */
    public Map<Path, String> texts() {
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
            texts.put(path, ConfigText.of(path));
        } catch (NoSuchFileException goneMeanwhile) {
            texts.remove(path);
        }
    }

    /** What lies in the folder as if it were a route, and is read by nobody. */
    public List<Finding> ignored() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(path -> !isOurs(path) && isLikeOurs(path))
                    .sorted()
                    .map(RouteFiles::ignored)
                    .toList();
        } catch (IOException | UncheckedIOException goneMeanwhile) {
            return List.of();
        }
    }

    private static Finding ignored(Path path) {
        String name = String.valueOf(path.getFileName());
        String bare = name.substring(0, name.lastIndexOf('.')).replaceFirst("(?i)\\.(camel|kamelet)$", "");
        Path parent = path.getParent();
        boolean kamelet = parent != null && parent.endsWith("kamelets");
        return new Finding(
                path,
                0,
                "the file is not read: its name does not end in " + (kamelet ? RouteFile.KAMELET : RouteFile.ROUTES),
                "rename it to " + bare + (kamelet ? RouteFile.KAMELET : RouteFile.ROUTES)
                        + ", or take it out of the folder");
    }

    private static boolean isLikeOurs(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && LIKE_OURS.matcher(name).matches();
    }

    private static boolean isOurs(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".")
                && (name.endsWith(RouteFile.ROUTES) || name.endsWith(RouteFile.KAMELET))
                && Files.isRegularFile(path);
    }
}
