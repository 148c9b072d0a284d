package io.redress.callback.list;

import io.redress.callback.CallResult;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.configfile.ZoneNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a file of {@code config/call-lists}, and collects whatever is wrong with it. */
final class CallListLayoutReader {

    /** What Genesys Cloud takes in a contact list. */
    private static final int MOST_COLUMNS = 50;

    private static final int LONGEST_NAME = 128;

    private final String name;
    private final YamlFile<CallListLayoutFile> file;
    private final List<Finding> findings = new ArrayList<>();

    CallListLayoutReader(String name, Path path) {
        this.name = name;
        file = YamlFile.read(path, CallListLayoutFile.class);
    }

    CallListLayout read() {
        CallListLayoutFile written = file.value();
        String format = Objects.requireNonNullElse(written.format(), "csv");
        if (!Set.of("csv", "xlsx").contains(format)) {
            find("unknown format '" + format + "'", "csv or xlsx", "format");
        }
        String delimiter = Objects.requireNonNullElse(written.delimiter(), ",");
        delimiter = delimiter.equals("tab") ? "\t" : delimiter;
        if (delimiter.length() != 1 || delimiter.equals("\"")) {
            find("delimiter '" + delimiter + "' is none", "one character, such as \",\", or tab", "delimiter");
            delimiter = ",";
        }
        List<CallListLayout.Column> columns = columns(written.columns());
        var times = times(written.times());
        var layout = new CallListLayout(
                name,
                format.equals("xlsx"),
                charset(written.charset()),
                Boolean.TRUE.equals(written.bom()),
                delimiter.charAt(0),
                Objects.requireNonNullElse(written.sheet(), name),
                times,
                zone(written.times()),
                region(written.phone()),
                columns,
                results(written.results()));
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
        return layout;
    }

    private List<CallListLayout.Column> columns(@Nullable List<CallListLayoutFile.WrittenColumn> written) {
        List<CallListLayout.Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<CallListField> fields = new HashSet<>();
        List<CallListLayoutFile.WrittenColumn> all = written == null ? List.of() : written;
        for (int i = 0; i < all.size(); i++) {
            String header = Objects.requireNonNullElse(all.get(i).name(), "").strip();
            String key = Objects.requireNonNullElse(all.get(i).field(), "");
            CallListField field = CallListField.of(key);
            if (header.isEmpty() || header.length() > LONGEST_NAME || !names.add(header)) {
                find(
                        "column '" + header + "' has no name of its own",
                        "another name, up to 128 characters",
                        "columns",
                        i);
            }
            if (field == null || !fields.add(field)) {
                find(
                        "field '" + key + "' is unknown or stands twice",
                        Suggestion.remedy(key, CallListField.keys()),
                        "columns",
                        i,
                        "field");
            } else {
                columns.add(new CallListLayout.Column(header, field));
            }
        }
        if (!fields.containsAll(Set.of(CallListField.CALLBACK, CallListField.ATTEMPT, CallListField.PHONE))) {
            find(
                    "a list needs columns for callback, attempt and phone",
                    "add them: results are matched by them",
                    "columns");
        }
        if (all.size() > MOST_COLUMNS) {
            find("there are " + all.size() + " columns", "at most " + MOST_COLUMNS, "columns");
        }
        return columns;
    }

    private Charset charset(@Nullable String written) {
        try {
            return written == null ? StandardCharsets.UTF_8 : Charset.forName(written);
        } catch (IllegalArgumentException e) {
            find("unknown charset '" + written + "'", "a name such as UTF-8 or GB18030", "charset");
            return StandardCharsets.UTF_8;
        }
    }

    private DateTimeFormatter times(CallListLayoutFile.@Nullable Times times) {
        String pattern = times == null || times.pattern() == null ? "yyyy-MM-dd HH:mm" : times.pattern();
        try {
            var format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            format.formatTo(Instant.EPOCH.atZone(ZoneId.of("UTC")), new StringBuilder());
            return format;
        } catch (IllegalArgumentException | DateTimeException e) {
            find("'" + pattern + "' is not a pattern for times", "write it like yyyy-MM-dd HH:mm", "times", "pattern");
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME;
        }
    }

    private ZoneId zone(CallListLayoutFile.@Nullable Times times) {
        String zone = times == null || times.zone() == null ? "UTC" : times.zone();
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            find("unknown zone '" + zone + "'", ZoneNames.remedy(zone), "times", "zone");
            return ZoneId.of("UTC");
        }
    }

    private @Nullable String region(CallListLayoutFile.@Nullable Phone phone) {
        String style = phone == null || phone.style() == null ? "e164" : phone.style();
        String region = phone == null ? null : phone.region();
        if (!Set.of("e164", "national").contains(style)) {
            find("unknown phone style '" + style + "'", "e164 or national", "phone", "style");
        }
        if (style.equals("national") && (region == null || !region.matches("[A-Z]{2}"))) {
            find("national numbers need a region", "add 'region: CN'", "phone");
        }
        return style.equals("national") ? region : null;
    }

    private Map<String, CallResult> results(@Nullable Map<String, List<String>> written) {
        Map<String, CallResult> results = new HashMap<>();
        (written == null ? Map.<String, List<String>>of() : written).forEach((key, words) -> {
            CallResult result = CallResult.of(key);
            if (result == null) {
                find("unknown result '" + key + "'", Suggestion.remedy(key, CallResult.keys()), "results", key);
                return;
            }
            for (String word : words) {
                if (results.put(word.strip().toLowerCase(Locale.ROOT), result) != null) {
                    find("'" + word + "' is mapped to two results", "keep it under one of them", "results", key);
                }
            }
        });
        return results;
    }

    private void find(String problem, String remedy, Object... place) {
        findings.add(file.finding(problem, remedy, place));
    }
}
