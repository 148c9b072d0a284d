package io.redress.channel.chat.platform.stream;

import io.redress.channel.chat.platform.ConnectedPlatform;
import io.redress.channel.chat.platform.frame.StreamRules;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a channel opens its connection, with one state of the platform's file and the channel's settings. */
record StreamAccess(ConnectedPlatform.Current now, StreamRules rules, String channel) {

    private static final int SHORTEST_SECRET = 4;
    private static final String HIDDEN = "…";

    /** Whether file and settings are still these. */
    boolean isSame(StreamAccess other) {
        return now == other.now();
    }

    /** What people call the platform. */
    String title() {
        return now.platform().title();
    }

    /** @throws IllegalArgumentException naming a setting that has no value */
    DialogueRequest request() {
        return rules.opening().request(now.values());
    }

    /**
     * Null where the answer gives none.
     *
     * @throws io.redress.channel.chat.platform.outbound.StreamOpening.AddressNotAllowed when it leads where it may not
     */
    @Nullable
    URI address(DialogueResponse response) {
        return rules.opening().address(response, now.chosen());
    }

    /** What the platform says to the request for an address. */
    String words(DialogueResponse response) {
        return withoutSecrets(rules.opening().words(response));
    }

    /** The same text without the channel's secrets, should somebody repeat them. */
    String withoutSecrets(String text) {
        List<String> secrets = now.platform().settings().values().stream()
                .filter(setting -> setting.secret())
                .flatMap(setting -> now.sets().stream().map(set -> set.getOrDefault(setting.name(), "")))
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, HIDDEN);
        }
        return shown;
    }

    /** What an operator can do when the platform gives no connection. */
    String remedy() {
        String settings = rules.opening().settings().stream()
                .filter(name -> now.platform().settings().containsKey(name))
                .map(name -> now.platform().settings().get(name))
                .filter(setting -> setting.defaultValue() == null)
                .map(setting -> channel + "." + setting.name() + ", the " + setting.words())
                .collect(Collectors.joining("; "));
        return "Compare with the platform's console: " + settings
                + (rules.where().isEmpty() ? "" : ". See that messages come by stream there: " + rules.where());
    }
}
