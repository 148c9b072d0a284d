package io.redress.channel.chat.platform.outbound;

import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.JsonBodies;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request that the hub makes, with places for values.
 *
 * @param method of HTTP
 * @param address it begins with a setting, with {@code https://}, or with a value that {@code hosts} limits
 * @param json the body; null where it has none, or a form
 * @param form fields of a URL-encoded body; empty where it has none
 * @param query parameters by name; null where the address has all
 * @param signing null where it is not signed
 * @param names of all values that stand in it
 */
record RequestTemplate(
        String method,
        ValueTemplate address,
        Map<String, ValueTemplate> headers,
        @Nullable JsonTemplate json,
        Map<String, ValueTemplate> form,
        AllowedHosts hosts,
        @Nullable JsonTemplate query,
        @Nullable RequestSigning signing,
        Set<String> names) {

    /** An address that a platform or a customer gave leads where it may not. */
    static final class HostNotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        HostNotAllowed() {
            super("its address is on a host that the platform's file does not allow", null, false, false);
        }
    }

    /** @throws IllegalArgumentException naming the part in braces that is not a name */
    static RequestTemplate of(OutboundFile.Call call) {
        String[] parts = String.valueOf(call.request()).split(" ", 2);
        var names = new LinkedHashSet<String>();
        ValueTemplate address = ValueTemplate.of(parts[parts.length - 1]);
        names.addAll(address.names());
        Map<String, ValueTemplate> headers = templates(call.headers(), names);
        JsonTemplate json = call.json() == null ? null : JsonTemplate.of(call.json(), names);
        JsonTemplate query = call.query() == null ? null : JsonTemplate.of(call.query(), names);
        return new RequestTemplate(
                parts[0],
                address,
                headers,
                json,
                templates(call.form(), names),
                new AllowedHosts(call.hosts() == null ? List.of() : call.hosts()),
                query,
                null,
                names);
    }

    /** The same, signed. */
    RequestTemplate signed(@Nullable RequestSigning by) {
        if (by == null) {
            return this;
        }
        var all = new LinkedHashSet<>(names);
        all.addAll(by.names());
        return new RequestTemplate(method, address, headers, json, form, hosts, query, by, all);
    }

    private static Map<String, ValueTemplate> templates(@Nullable Map<String, String> written, Set<String> names) {
        var templates = new LinkedHashMap<String, ValueTemplate>();
        if (written != null) {
            written.forEach((name, text) -> {
                ValueTemplate template = ValueTemplate.of(text);
                templates.put(name, template);
                names.addAll(template.names());
            });
        }
        return templates;
    }

    /**
     * The request with its values.
     *
     * @param given values by name
     * @param settings of the channel; they are among the values
     * @param chosen the settings for which the channel has a value of its own: where they lead, files may be, too
     * @throws ValueTemplate.MissingValue naming a value that it needs
     * @throws HostNotAllowed when the address is one that was given, and leads elsewhere
     */
    DialogueRequest fill(Map<String, String> given, Map<String, String> settings, Collection<String> chosen) {
        Map<String, String> values = new HashMap<>(given);
        if (signing != null) {
            values.putAll(signing.values(given));
        }
        String target = target(values);
        if (!address.first().isEmpty() && !settings.containsKey(address.first())) {
            limit(target, chosen);
        }
        Map<String, String> filled = new HashMap<>();
        headers.forEach((name, template) -> {
            String value = template.fill(values);
            if (!value.isEmpty()) {
                filled.put(name, value);
            }
        });
        String body = null;
        if (json != null) {
            filled.putIfAbsent("Content-Type", "application/json");
            body = JsonBodies.written(json.fill(values));
        } else if (!form.isEmpty()) {
            filled.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
            body = form.entrySet().stream()
                    .filter(field -> !field.getValue().isLeftOut(values))
                    .map(field -> FormEncoding.of(field.getKey())
                            + "="
                            + FormEncoding.of(field.getValue().fill(values)))
                    .collect(Collectors.joining("&"));
        }
        if (signing != null) {
            var unsigned = new RequestSigning.UnsignedRequest(
                    method, target, Map.copyOf(filled), Objects.requireNonNullElse(body, ""));
            filled.putAll(signing.headers(unsigned, values));
        }
        return DialogueRequest.at(method, target, filled, body);
    }

    private String target(Map<String, String> values) {
        String whole = address.address(values);
        if (query == null) {
            return whole;
        }
        String parameters = query.fill(values).properties().stream()
                .map(parameter -> ValueTemplate.encoded(parameter.getKey()) + "="
                        + ValueTemplate.encoded(parameter.getValue().asText()))
                .collect(Collectors.joining("&"));
        return whole + (whole.contains("?") ? "&" : "?") + parameters;
    }

    private void limit(String target, Collection<String> chosen) {
        if (!hosts.allow(target, chosen)) {
            throw new HostNotAllowed();
        }
    }
}
