package io.redress.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a message that its platform keeps, to be fetched after the message was taken in.
 *
 * @param platform the file of {@code config/platforms} that says how it is fetched
 * @param ref by which the platform knows it
 * @param kind what it is, for people: {@code photo}, {@code voice}
 * @param name the file's name as the sender gave it; null when it had none
 * @param with other values that the request for it needs, by name
 */
public record MediaReference(
        String platform, String ref, String kind, @Nullable String name, Map<String, String> with) {

    public MediaReference {
        with = Map.copyOf(with);
    }
}
