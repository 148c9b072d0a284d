package io.redress.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a message is to say, besides what every message can say of its ticket.
 *
 * @param template of {@code config/templates}: {@code solved} stands for {@code solved.<language>.{txt,html,chat}.ftl}
 * @param texts values for the template, as they are
 * @param times values that it shows in the shop's zone and the reader's language
 * @param lists rows of tables, each with its values; only for staff
 */
public record MessageContent(
        String template,
        Map<String, String> texts,
        Map<String, Instant> times,
        Map<String, List<Map<String, String>>> lists) {

    public MessageContent {
        texts = Map.copyOf(texts);
        times = Map.copyOf(times);
        lists = lists == null ? Map.of() : Map.copyOf(lists); // planned before there were lists
    }

    public MessageContent(String template, Map<String, String> texts, Map<String, Instant> times) {
        this(template, texts, times, Map.of());
    }
}
