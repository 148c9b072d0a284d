package io.redress.channel.webform;

import io.redress.channel.webform.origin.AllowedOrigins;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A web form channel's parameters, as its file in {@code routes/channels} gives them.
 *
 * @param name the channel's name
 * @param path where it is posted to
 * @param mapping file of {@code config/mappings/}
 * @param charset of posts that declare none
 * @param page template that shows the form again with what is wrong; {@code none} when the form stands on another site
 * @param checks what a post must pass besides
 * @param origins other sites whose pages may send it by script
 */
public record FormChannel(
        String name,
        String path,
        String mapping,
        String charset,
        String page,
        FormRules rules,
        Set<FormCheck> checks,
        AllowedOrigins origins) {

    /** In place of a page. */
    public static final String NO_PAGE = "none";

    public FormChannel {
        checks = Set.copyOf(checks);
    }

    /** As below, for routes that were written when there were no checks. */
    public static FormChannel of(
            String name,
            String path,
            String mapping,
            String charset,
            String page,
            long maxBytes,
            int maxFiles,
            String fileTypes) {
        return of(name, path, mapping, charset, page, maxBytes, maxFiles, fileTypes, "");
    }

    /** As below, for routes that were written when no other sites were named. */
    public static FormChannel of(
            String name,
            String path,
            String mapping,
            String charset,
            String page,
            long maxBytes,
            int maxFiles,
            String fileTypes,
            String checks) {
        return of(name, path, mapping, charset, page, maxBytes, maxFiles, fileTypes, checks, "");
    }

    /** {@code fileTypes}, {@code checks}, {@code origins}: lists with commas between. */
    public static FormChannel of(
            String name,
            String path,
            String mapping,
            String charset,
            String page,
            long maxBytes,
            int maxFiles,
            String fileTypes,
            String checks,
            String origins) {
        var types = Arrays.stream(fileTypes.split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toSet());
        var rules = new FormRules(maxBytes, maxFiles, types);
        var allowed = AllowedOrigins.in(origins);
        return new FormChannel(name, path, mapping, charset, page, rules, FormCheck.in(checks), allowed);
    }

    /** The same with a page, where it has none. */
    public FormChannel orPage(String template) {
        return page.equals(NO_PAGE)
                ? new FormChannel(name, path, mapping, charset, template, rules, checks, origins)
                : this;
    }

    /** A post to this channel: what its headers say, as far as the hub wants to know. */
    public FormRequest request(Map<String, Object> headers, String client) {
        return FormRequest.of(this, headers, client);
    }
}
