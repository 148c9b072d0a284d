package io.redress.reply;

import java.time.Instant;
import java.util.Map;

/**
 * What a message is to say, besides what every message can say of its ticket.
 *
 * @param template of {@code config/templates}: {@code solved} stands for {@code solved.<language>.{txt,html,chat}.ftl}
 * @param texts values for the template, as they are
 * @param times values that it shows in the shop's zone and the reader's language
 */
public record Content(String template, Map<String, String> texts, Map<String, Instant> times) {

    public Content {
        texts = Map.copyOf(texts);
        times = Map.copyOf(times);
    }
}
