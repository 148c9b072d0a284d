package io.redress.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What other users of the machine could read or change of the hub's, and what to do about it. */
final class InsecurePermissions {

    private static final Set<PosixFilePermission> READ =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> INTO = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** A secret written out: not empty, no placeholder, no file that holds it. */
    private static final Pattern SECRET = Pattern.compile(
            "^\\s*[\\w.-]*(password|secret|token|aes-key|api-key)[ \\t]*:[ \\t]*(?!(\"\"|''|\"?\\$\\{|\"?file:|null\\b|~|#))\\S",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final List<String> found = new ArrayList<>();

    /** Whether the hub runs as the machine's administrator. */
    InsecurePermissions process(boolean root) {
        if (root) {
            found.add("the hub runs as root; start it as a user of its own (docs/redress.service)");
        }
        return this;
    }

    /** A folder or file that nobody else may look into. */
    InsecurePermissions secret(Path path) throws IOException {
        return look(path, INTO, "is open to other users; run: chmod go-rwx ");
    }

    /** A folder or file that others may read, but not change. */
    InsecurePermissions rules(Path path) throws IOException {
        return look(path, WRITE, "can be changed by other users; run: chmod -R go-w ");
    }

    /** A file with settings: secrets in it are nobody else's. */
    InsecurePermissions settings(Path file) throws IOException {
        boolean secret = Files.isReadable(file)
                && SECRET.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .find();
        return secret
                ? look(
                        file,
                        READ,
                        "has secrets and can be read by other users; give them by the environment, or run: chmod go-r ")
                : this;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private InsecurePermissions look(Path path, Set<PosixFilePermission> unwanted, String finding) throws IOException {
        var view = Files.exists(path) ? Files.getFileAttributeView(path, PosixFileAttributeView.class) : null;
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            if (permissions.removeAll(unwanted)) {
                found.add(path.toAbsolutePath().normalize() + " " + finding + path);
            }
        }
        return this;
    }
}
