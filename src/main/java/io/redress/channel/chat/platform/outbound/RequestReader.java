package io.redress.channel.chat.platform.outbound;

import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.configfile.YamlFile;
import io.redress.mapping.json.ValuePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the requests of a platform's file, or finds the names in them that stand for nothing. */
final class RequestReader {

    private final YamlFile<?> yaml;
    private final Set<String> settings;
    private final boolean hasToken;
    private final List<Finding> findings;

    /** @param settings the names of a channel's settings */
    RequestReader(YamlFile<?> yaml, Set<String> settings, boolean hasToken, List<Finding> findings) {
        this.yaml = yaml;
        this.settings = settings;
        this.hasToken = hasToken;
        this.findings = findings;
    }

    /** @param values that may stand in it beside settings; null for a request that is wrong */
    @Nullable
    RequestTemplate of(OutboundFile.Call written, Set<String> values, Object... path) {
        return checked(written, values, false, path);
    }

    /** One that may name values that only the rules of messages know. */
    @Nullable
    RequestTemplate any(OutboundFile.Call written, Set<String> values, Object... path) {
        return checked(written, values, true, path);
    }

    /** @param any whether it may name values that only the messages' own rules know */
    private @Nullable RequestTemplate checked(
            OutboundFile.Call written, Set<String> values, boolean any, Object... path) {
        RequestTemplate call;
        try {
            call = RequestTemplate.of(written);
        } catch (IllegalArgumentException e) {
            find(e.getMessage() + " is not the name of a value", "write {name} in small letters", path);
            return null;
        }
        String first = call.address().first();
        Set<String> known = new LinkedHashSet<>(settings);
        known.addAll(values);
        for (String name : call.names()) {
            if (name.equals(OutboundRules.TOKEN) && values.contains(name) && !hasToken) {
                find("{token.value} stands here, and there is no token", "describe it under token:", path);
            } else if (!any && !known.contains(name)) {
                find("{" + name + "} stands for nothing", Suggestion.remedy(name, known), path);
            }
        }
        if (first.isEmpty() && !String.valueOf(written.request()).contains(" https://")) {
            find(
                    "the request's address is neither a setting nor https://",
                    "write it like POST {api}/messages, or GET https://…",
                    path);
        }
        return call;
    }

    /** Null where nothing is written, or what is not a path. */
    @Nullable
    ValuePath path(@Nullable String written, Object... path) {
        ValuePath parsed = written == null ? null : ValuePath.parse(written);
        if (written != null && parsed == null) {
            find("'" + written + "' is not a name", "write members with full stops between them", path);
        }
        return parsed;
    }

    private void find(String problem, String remedy, Object... path) {
        findings.add(yaml.finding(problem, remedy, path));
    }
}
