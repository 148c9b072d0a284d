package io.redress.configuration.check;

import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** YAML files of {@code config/} that nobody reads: most have a wrong name, or stand in a wrong folder. */
final class UnusedConfigFilesCheck implements Check {

    private static final Pattern YAML = Pattern.compile("(?i).*\\.ya?ml");
    private static final Pattern READ_BY_SPRING = Pattern.compile("application(-[\\w.-]+)?\\.ya?ml");

    /** Shipped files in whose place a setting may name another one. */
    private static final Set<String> REPLACED_BY_A_SETTING = Set.of("broker-users.yaml");

    /** Files of other programs that are shipped beside those of the hub. */
    private static final String FOR_OTHERS = "monitoring";

    private final Path config;
    private final Supplier<Stream<Check>> others;

    /** @param others by whose files a file is known */
    UnusedConfigFilesCheck(Path config, Supplier<Stream<Check>> others) {
        this.config = config;
        this.others = others;
    }

    @Override
    public String name() {
        return "configuration files that are never read";
    }

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public List<Finding> run() {
        Set<Path> read = others.get()
                .flatMap(check -> check.files().stream())
                .map(Path::toAbsolutePath)
                .collect(Collectors.toSet());
        return yaml().stream()
                .filter(file -> !read.contains(file.toAbsolutePath()))
                .map(file -> finding(file, read))
                .toList();
    }

    private List<Path> yaml() {
        if (!Files.isDirectory(config)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(config)) {
            return all.filter(file -> YAML.matcher(file.toString()).matches() && isOrdinary(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Not hidden, nor in a hidden folder such as those that Kubernetes mounts, and not read by Spring itself or another program. */
    private boolean isOrdinary(Path file) {
        if (config.relativize(file).startsWith(FOR_OTHERS)) {
            return false;
        }
        for (Path part : config.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = String.valueOf(file.getFileName());
        boolean known = READ_BY_SPRING.matcher(name).matches() || REPLACED_BY_A_SETTING.contains(name);
        return Files.isRegularFile(file) && !(known && config.equals(file.getParent()));
    }

    private Finding finding(Path file, Set<Path> read) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".camel.yaml") || name.endsWith(".kamelet.yaml")) {
            return new Finding(file, 0, "the file is not read: routes do not stand here", "move it into routes/");
        }
        if (!name.endsWith(".yaml")) {
            return new Finding(
                    file,
                    0,
                    "the file is not read: its name does not end in .yaml",
                    "rename it to " + name.replaceFirst("(?i)\\.ya?ml$", ".yaml"));
        }
        Set<String> known = read.stream()
                .filter(other -> other.startsWith(config.toAbsolutePath()))
                .map(other -> config.toAbsolutePath().relativize(other).toString())
                .filter(other -> !other.startsWith("secrets"))
                .collect(Collectors.toSet());
        String here = config.relativize(file).toString();
        return new Finding(
                file,
                0,
                "nothing reads the file",
                Suggestion.nearest(here, known)
                        .map(near -> "did you mean " + near + "? Rename it, or take it out of the folder")
                        .orElse("take it out of the folder; docs/settings.md names the files that are read"));
    }
}
