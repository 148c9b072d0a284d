package io.redress.settings;

import io.redress.configfile.Finding;
import io.redress.configfile.StableChangeDetector;
import io.redress.configfile.YamlErrorExplanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords, tokens and the like, a file each in {@code config/secrets}: its name is the key or the variable that a {@code
 * {{placeholder}}} names, its text without white space at the ends the value. The folder is followed while the hub runs.
 * Values are never logged.
 */
public final class Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final int LONGEST = 64 << 10;
    private static final int SHORTEST_TO_MASK = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;
    private volatile Found used;
    private final StableChangeDetector<Found> looks;

    private record Found(Map<String, String> values, List<Finding> findings) {}

    /** @param folder it may be missing, and come later */
    public Secrets(Path folder) {
        this.folder = folder;
        this.used = look();
        this.looks = new StableChangeDetector<>(used);
    }

    /** The folder below {@code config/}. */
    public static Path folder(Path configDir) {
        return configDir.resolve("secrets");
    }

    /** By the names of their files; another map whenever one has changed. */
    public Map<String, String> values() {
        return used.values();
    }

    /** A variable of the environment, or the secret of its name; null when there is neither. */
    public @Nullable String variable(String name) {
        String value = System.getenv(name);
        return value != null ? value : values().get(name);
    }

    /** The files, whether they can be used or not. */
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")
                            && !file.toString().endsWith("~"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Which files are not used, and why. */
    public List<Finding> findings() {
        return used.findings();
    }

    /** Looks at the files; takes a change when two looks in a row saw the same. */
    public synchronized void poll() {
        Found now = look();
        if (looks.isNew(now)) {
            now.findings().stream()
                    .filter(finding -> !used.findings().contains(finding))
                    .forEach(finding -> LOG.warn("{}", finding));
            Map<String, String> values = withLastGood(now);
            used = new Found(values.equals(used.values()) ? used.values() : values, now.findings());
        }
    }

    /** A secret whose file is spoilt keeps the value that it had. */
    private Map<String, String> withLastGood(Found now) {
        var values = new TreeMap<>(now.values());
        now.findings().forEach(finding -> {
            String before = used.values().get(name(finding.file()));
            if (before != null) {
                values.putIfAbsent(name(finding.file()), before);
            }
        });
        return Map.copyOf(values);
    }

    /** A text with the values blacked out. */
    public String masked(String text) {
        String masked = text;
        for (String value : values().values()) {
            masked = value.length() < SHORTEST_TO_MASK ? masked : masked.replace(value, "xxxxxx");
        }
        return masked;
    }

    private Found look() {
        var values = new TreeMap<String, String>();
        var findings = new ArrayList<Finding>();
        for (Path file : files()) {
            try {
                Finding wrong = wrong(file);
                if (wrong == null) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    YamlErrorExplanation.encoding(file, text)
                            .ifPresentOrElse(findings::add, () -> values.put(name(file), text.strip()));
                } else {
                    findings.add(wrong);
                }
            } catch (NoSuchFileException goneMeanwhile) {
                values.remove(name(file));
            } catch (IOException e) {
                findings.add(new Finding(
                        file, 0, "the hub may not read the secret", "give it to the hub's user: chown, chmod 600"));
            }
        }
        return new Found(Map.copyOf(values), List.copyOf(findings));
    }

    private static @Nullable Finding wrong(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Finding(file, 0, "is no file", "keep a file for each secret, and no folders");
        }
        if (!NAME.matcher(name(file)).matches()) {
            return new Finding(
                    file,
                    0,
                    "is not the name of a setting",
                    "name it like the key: returns.password, or RETURNS_PASSWORD");
        }
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNERS.containsAll(view.readAttributes().permissions())) {
            return new Finding(file, 0, "others may read the secret; it is not used", "chmod 600 " + file);
        }
        if (Files.size(file) > LONGEST) {
            return new Finding(file, 0, "is longer than any secret", "write nothing but the value into it");
        }
        if (Files.readString(file, StandardCharsets.ISO_8859_1).isBlank()) {
            return new Finding(file, 0, "the secret is empty", "write its value into the file, or delete it");
        }
        return null;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
