package io.redress.channel.chat.platform;

import io.redress.channel.ChannelSetting;
import io.redress.channel.proof.ChannelSecrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The values of a channel's settings while secrets are being changed: each may have two then, of which one is right. */
final class SecretSets {

    private static final int MOST = 16;

    private SecretSets() {}

    /** Sets of settings by name, each with one of the values of each secret; sixteen at most. */
    static List<Map<String, String>> of(Platform now, Map<String, String> values) {
        List<Map<String, String>> sets = List.of(Map.of());
        for (var entry : values.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> set : sets) {
                for (String value :
                        alternatives(Objects.requireNonNull(now.settings().get(entry.getKey())), entry.getValue())) {
                    Map<String, String> one = new HashMap<>(set);
                    one.put(entry.getKey(), value);
                    more.add(one);
                }
            }
            sets = more.size() > MOST ? more.subList(0, MOST) : more;
        }
        return List.copyOf(sets);
    }

    /** The values that a setting holds; one that is blank where it has none. */
    static List<String> alternatives(ChannelSetting setting, String value) {
        List<String> divided = setting.secret() ? ChannelSecrets.divided(value) : List.of(value);
        return divided.isEmpty() ? List.of("") : divided;
    }
}
