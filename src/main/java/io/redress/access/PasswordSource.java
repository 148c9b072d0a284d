package io.redress.access;

import io.redress.configfile.SecretReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the password of a user is: a hash in the file itself, or a reference to the environment or to another file.
 *
 * @param environment a variable's value, null when it is not set; null when nothing is to be looked up, as in a check
 */
public record PasswordSource(@Nullable Function<String, @Nullable String> environment) {

    /** Its cost is bounded, so that a login cannot keep a processor busy for minutes. */
    private static final Pattern BCRYPT = Pattern.compile("\\{bcrypt}\\$2[aby]\\$(1[0-4])\\$[./A-Za-z0-9]{53}");

    private static final int SHORTEST = 12;
    private static final String REMEDY =
            "write a hash ('java -jar redress.jar broker-user hash'), ${VARIABLE} or file:/path/of/a/secret";

    /** What was found. */
    public sealed interface Found {}

    public record Given(Password password) implements Found {}

    public record Refused(String problem, String remedy) implements Found {}

    Found find(String written) {
        if (written.isBlank()) {
            return new Refused("no password", REMEDY);
        }
        if (written.startsWith("{")) {
            return hash(written);
        }
        SecretReference.Found found = SecretReference.find(written, environment);
        if (found instanceof SecretReference.Missing missing) {
            return new Refused(missing.problem(), missing.remedy());
        }
        if (found instanceof SecretReference.Later) {
            return new Given(new Password("", true));
        }
        return found instanceof SecretReference.Secret secret
                ? secret(secret.place(), secret.text())
                : new Refused("its password is in the file as plain text", REMEDY);
    }

    private static Found hash(String text) {
        return BCRYPT.matcher(text).matches()
                ? new Given(new Password(text, true))
                : new Refused("its password is not a hash {bcrypt}$2…, of a cost of 10 to 14", REMEDY);
    }

    private static Found secret(String place, String text) {
        if (text.startsWith("{")) {
            return hash(text);
        }
        return text.length() < SHORTEST
                ? new Refused(place + " is shorter than " + SHORTEST + " characters", "use a longer password")
                : new Given(new Password(text, false));
    }
}
