package io.redress.configfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that a file of configuration only refers to: {@code ${VARIABLE}} of the environment, or {@code file:/path}. */
public final class SecretReference {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final String FILE = "file:";

    private SecretReference() {}

    /** What a text refers to. */
    public sealed interface Found {}

    /**
     * A secret is there.
     *
     * @param place for people, such as {@code environment variable ERP}
     */
    public record Secret(String place, String text) implements Found {

        /** So that no log shows it. */
        @Override
        public String toString() {
            return "the secret of " + place;
        }
    }

    /** It refers to something that nobody looked up, as in a check. */
    public record Later() implements Found {}

    /** It refers to what is not there. */
    public record Missing(String problem, String remedy) implements Found {}

    /** It refers to nothing. */
    public record None() implements Found {}

    /** @param environment a variable's value, null when it is not set; null when nothing is to be looked up */
    public static Found find(String written, @Nullable Function<String, @Nullable String> environment) {
        Matcher variable = VARIABLE.matcher(written);
        if (variable.matches()) {
            String name = variable.group(1);
            return environment == null ? new Later() : found("environment variable " + name, environment.apply(name));
        }
        if (written.startsWith(FILE)) {
            return environment == null ? new Later() : file(written.substring(FILE.length()));
        }
        return new None();
    }

    private static Found file(String path) {
        try {
            return found("file " + path, Files.readString(Path.of(path)).strip());
        } catch (IOException | IllegalArgumentException e) {
            return new Missing("file " + path + " cannot be read", "create it, readable for the hub only");
        }
    }

    private static Found found(String place, @Nullable String text) {
        return text == null || text.isEmpty()
                ? new Missing(place + " is not set or empty", "write the secret into it, or remove the entry here")
                : new Secret(place, text);
    }
}
