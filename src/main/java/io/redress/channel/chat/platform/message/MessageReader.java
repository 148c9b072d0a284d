package io.redress.channel.chat.platform.message;

import io.redress.channel.sender.RequestFilter;
import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import io.redress.ticket.KeyedEnum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a platform's file says of its messages into {@link MessageFields}, or finds the names that are none. */
public final class MessageReader {

    private static final Pattern TOGETHER = Pattern.compile("\\s+\\+\\s+");
    private static final String MESSAGE = "message";

    private final YamlFile<?> yaml;
    private final List<Finding> findings;

    public MessageReader(YamlFile<?> yaml, List<Finding> findings) {
        this.yaml = yaml;
        this.findings = findings;
    }

    /** @param file null where a platform only sends */
    public MessageFields read(@Nullable MessageFile file) {
        if (file == null) {
            return new MessageFields(
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    new MessageFields.SentAt(List.of(), MessageFields.SentAt.Unit.S),
                    List.of(),
                    List.of(),
                    List.of());
        }
        MessageFile.Time time = file.sentAt() == null ? new MessageFile.Time(null, null) : file.sentAt();
        return new MessageFields(
                list(file.id()).stream()
                        .map(id -> paths(List.of(TOGETHER.split(id)), "id"))
                        .toList(),
                paths(list(file.customer()), "customer"),
                file.account() == null
                        ? null
                        : paths(List.of(file.account()), "account").stream()
                                .findFirst()
                                .orElse(null),
                paths(list(file.conversation()), "conversation"),
                templates(list(file.name()), "name"),
                file.phone() == null
                        ? null
                        : templates(List.of(file.phone()), "phone").stream()
                                .findFirst()
                                .orElse(null),
                new MessageFields.SentAt(
                        paths(list(time.from()), "sentAt"),
                        KeyedEnum.known(MessageFields.SentAt.Unit.class, Objects.requireNonNullElse(time.unit(), "s"))),
                texts(list(file.text())),
                list(file.strip()).stream().map(MessageReader::mention).toList(),
                media(list(file.media())));
    }

    /** {@code <@*>} is text in which a star stands for letters and digits. */
    private static Pattern mention(String written) {
        var pattern = new StringBuilder();
        for (String part : written.split("(?=\\*)|(?<=\\*)")) {
            pattern.append(part.equals("*") ? "[A-Za-z0-9_|.-]{1,100}+" : Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString());
    }

    private List<MessageFields.TextRule> texts(List<MessageFile.Text> written) {
        var texts = new ArrayList<MessageFields.TextRule>();
        for (MessageFile.Text text : written) {
            names(text.when(), "text");
            templates(List.of(Objects.requireNonNull(text.say())), "text")
                    .forEach(say -> texts.add(new MessageFields.TextRule(filter(text.when()), say)));
        }
        return texts;
    }

    private List<MediaRule> media(List<MessageFile.Media> written) {
        var rules = new ArrayList<MediaRule>();
        for (MessageFile.Media media : written) {
            names(media.when(), "media");
            List<ItemPath> ref = paths(List.of(Objects.requireNonNull(media.ref())), "media");
            List<ItemTemplate> as = templates(List.of(Objects.requireNonNullElse(media.as(), "file")), "media");
            List<ItemPath> name = media.name() == null ? List.of() : paths(List.of(media.name()), "media");
            Map<String, ItemTemplate> with = new LinkedHashMap<>();
            if (media.with() != null) {
                media.with().forEach((key, value) -> templates(List.of(value), "media")
                        .forEach(template -> with.put(key, template)));
            }
            if (!ref.isEmpty() && !as.isEmpty()) {
                rules.add(new MediaRule(
                        filter(media.when()),
                        as.get(0),
                        Objects.requireNonNullElse(media.each(), ""),
                        ref.get(0),
                        name.stream().findFirst().orElse(null),
                        with));
            }
        }
        return rules;
    }

    private List<ItemPath> paths(List<String> written, String key) {
        var paths = new ArrayList<ItemPath>();
        for (String one : written) {
            ItemPath path = ItemPath.parse(one);
            if (path == null) {
                wrong(one, key);
            } else {
                paths.add(path);
            }
        }
        return paths;
    }

    private List<ItemTemplate> templates(List<String> written, String key) {
        var templates = new ArrayList<ItemTemplate>();
        for (String one : written) {
            try {
                templates.add(ItemTemplate.of(one));
            } catch (IllegalArgumentException e) {
                wrong(one, key);
            }
        }
        return templates;
    }

    private void names(@Nullable Map<String, List<String>> filter, String key) {
        names(filter).stream().filter(name -> ItemPath.parse(name) == null).forEach(name -> wrong(name, key));
    }

    private void wrong(String written, String key) {
        findings.add(yaml.finding(
                "'" + written + "' is not the name of a value",
                "write members with full stops between them, from the message on; from the top of the request behind a ^",
                MESSAGE,
                key));
    }

    public static RequestFilter filter(@Nullable Map<String, List<String>> written) {
        return new RequestFilter(written == null ? Map.of() : new LinkedHashMap<>(written));
    }

    /** Without those that the schema refused. */
    public static <T> List<T> list(@Nullable List<@Nullable T> written) {
        return written == null
                ? List.of()
                : written.stream().filter(Objects::nonNull).toList();
    }

    /** The names in a filter. */
    public static Set<String> names(@Nullable Map<String, List<String>> filter) {
        return filter == null ? Set.of() : filter.keySet();
    }
}
