package io.redress.routes.file;

import io.redress.configfile.Finding;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the files of {@code routes/} may count on in this hub: its beans, by name and type, and its settings. */
public interface BeanCatalog {

    /** The type of a bean; null when there is none of that name. */
    @Nullable
    Class<?> typeOf(String bean);

    /** The names of the beans of a type. */
    Set<String> namesOf(Class<?> type);

    /** The names of the hub's own beans, for suggestions. */
    Set<String> names();

    /**
     * The value of a setting of {@code config/application.yaml}, the environment, the command line or a file of {@code
     * config/secrets}; null when unset. A key {@code env:NAME} is a variable, or the secret of that name.
     */
    @Nullable
    String setting(String key);

    /** What is wrong with the value of a setting, at the line of the file that says it; empty when no file does. */
    default Optional<Finding> finding(String key, String problem, String remedy) {
        return Optional.empty();
    }

    /** Equal as long as no setting has another value than before. */
    default Object state() {
        return "";
    }

    /** A text in which the values of secrets are blacked out, for logs and findings. */
    default String masked(String text) {
        return text;
    }
}
