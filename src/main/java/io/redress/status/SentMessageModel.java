package io.redress.status;

import io.redress.status.CustomerEntry.SentFile;
import io.redress.status.StatusAccess.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the status page's template shows of a customer's own messages; files are counted from 1, through all messages. */
final class SentMessageModel {

    private static final double KILOBYTE = 1_024;

    private final StatusLinks links;
    private final Link link;
    private final Function<Instant, @Nullable Map<String, String>> time;
    private int place;

    SentMessageModel(StatusLinks links, Link link, Function<Instant, @Nullable Map<String, String>> time) {
        this.links = links;
        this.link = link;
        this.time = time;
    }

    List<Map<String, Object>> of(List<CustomerEntry> messages) {
        List<Map<String, Object>> shown = new ArrayList<>();
        for (CustomerEntry message : messages) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("at", Objects.requireNonNull(time.apply(message.at())));
            one.put("text", message.text());
            one.put("files", message.files().stream().map(this::file).toList());
            shown.add(one);
        }
        return shown;
    }

    private Map<String, Object> file(SentFile file) {
        place++;
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", Objects.requireNonNullElse(file.name(), String.valueOf(place)));
        shown.put("size", Math.max(1, Math.round(file.size() / KILOBYTE)));
        if (file.preview() != null && StatusFiles.isPicture(file.contentType(), file.size())) {
            shown.put("picture", links.file(link.number(), link.generation(), place));
        }
        return shown;
    }
}
