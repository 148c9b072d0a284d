package io.redress.channel.email;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code config/mail-rules.yaml} as written. */
record MailRulesFile(
        @Nullable List<Rule> deny,
        @Nullable List<Rule> spam,
        @Nullable List<Rule> ignore,
        @Nullable List<Rule> vip,
        @Nullable List<Rule> staff,
        @Nullable List<Recipient> recipients,
        @Nullable List<Example> examples) {

    record Recipient(
            @Nullable String to,
            @Nullable String store,
            @Nullable String category) {}

    record Rule(
            @Nullable String from,
            @Nullable String header,
            @Nullable String matches,
            @Nullable String subject) {}

    record Example(
            @Nullable String from,
            @Nullable String subject,
            @Nullable Map<String, String> headers,
            @Nullable String to,
            @Nullable String store,
            @Nullable String category,
            String gives) {}
}
