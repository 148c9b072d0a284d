package io.redress.routes.check;

import io.redress.routes.file.Kamelet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kamelets that routes written for version 0.1 use, and that another one has replaced. */
final class FormerKamelets {

    /** What to write instead. */
    private static final Map<String, String> TODAY = Map.of(
            "wecom-source",
            "write kamelet:chat-source?platform=wecom with the parameters channel and quietTime; it reads"
                    + " <channel>.token, <channel>.encoding-aes-key and <channel>.corp-id itself",
            "wecom-sink",
            "write kamelet:chat-sink?platform=wecom with the parameters channel and timeLimit; it reads"
                    + " <channel>.corp-id, <channel>.secret and <channel>.agent-id itself");

    /** A class of the hub that only they called; what a shop wrote under one of their names does not. */
    private static final String CALLED = "io.redress.channel.chat.wecom.";

    private FormerKamelets() {}

    /**
     * What to write instead of a kamelet; empty when it is not one of the former.
     *
     * @param found the kamelet of that name in {@code routes/kamelets}, such as one that an update left there; null for none
     */
    static Optional<String> remedy(String name, @Nullable Kamelet found) {
        return found == null || found.file().text().contains(CALLED)
                ? Optional.ofNullable(TODAY.get(name))
                : Optional.empty();
    }
}
