package io.redress.servicelevel;

import java.util.List;
import java.util.Map;

/**
 * Somebody who is told of tickets, by function and not by name.
 *
 * @param mail addresses; empty when only the queue {@code escalations} is told
 * @param title by language: {@code zh-Hans}, {@code zh-Hant}, {@code en}
 */
public record Role(String key, List<String> mail, Map<String, String> title) {

    public Role {
        mail = List.copyOf(mail);
        title = Map.copyOf(title);
    }
}
