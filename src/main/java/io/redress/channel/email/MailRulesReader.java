package io.redress.channel.email;

import io.redress.channel.email.MailRulesFile.Example;
import io.redress.channel.email.MailRulesFile.Recipient;
import io.redress.channel.email.MailRulesFile.Rule;
import io.redress.channel.email.mime.MailAddress;
import io.redress.channel.email.text.BoundedPattern;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Compiles {@code config/mail-rules.yaml}, and tries its examples; its schema says what each key may hold. */
final class MailRulesReader {

    private final Path path;
    private final List<Finding> findings = new ArrayList<>();

    MailRulesReader(Path path) {
        this.path = path;
    }

    MailRules read() {
        if (!Files.exists(path)) {
            return MailRules.none();
        }
        YamlFile<MailRulesFile> file = YamlFile.read(path, MailRulesFile.class, "mail-rules", findings);
        MailRulesFile written = file.value();
        var rules = new MailRules(
                rules(file, "deny", written.deny()),
                rules(file, "spam", written.spam()),
                rules(file, "ignore", written.ignore()),
                rules(file, "vip", written.vip()),
                rules(file, "staff", written.staff()),
                recipients(file, Objects.requireNonNullElse(written.recipients(), List.of())));
        if (findings.isEmpty()) {
            tryExamples(file, rules);
        }
        InvalidConfiguration.throwIfAny(findings);
        return rules;
    }

    private List<MailRule> rules(YamlFile<MailRulesFile> file, String section, @Nullable List<Rule> written) {
        List<MailRule> rules = new ArrayList<>();
        for (int i = 0; written != null && i < written.size(); i++) {
            Rule rule = written.get(i);
            int at = i;
            if (rule == null) {
                continue;
            }
            if (rule.matches() != null && rule.header() == null) {
                boolean nothing = rule.from() == null && rule.subject() == null;
                findings.add(file.finding(
                        nothing ? "a rule of " + section + " says nothing" : "matches: stands without header:",
                        "name the header field",
                        section,
                        at));
            }
            rules.add(new MailRule(
                    lower(rule.from()),
                    lower(rule.header()),
                    pattern(file, section, at, rule.matches()),
                    pattern(file, section, at, rule.subject()),
                    section + ", line " + file.lineOf(section, at)));
        }
        return rules;
    }

    private List<RecipientRule> recipients(YamlFile<MailRulesFile> file, List<Recipient> written) {
        List<RecipientRule> rules = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Recipient one = written.get(i);
            if (one == null || one.to() == null) {
                continue; // which the schema has told
            }
            var rule = RecipientRule.of(one.to(), one.store(), one.category(), file.lineOf("recipients", i));
            if (rule.store() != null && rule.store().contains(RecipientRule.PART) && !rule.hasPart()) {
                findings.add(file.finding(
                        "store: has {*}, but to: has no *",
                        "write to: complaints+*@shop.example, or name the store",
                        "recipients",
                        i,
                        "store"));
            }
            rules.add(rule);
        }
        return rules;
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable BoundedPattern pattern(
            YamlFile<MailRulesFile> file, String section, int at, @Nullable String expression) {
        try {
            return expression == null
                    ? null
                    : new BoundedPattern(
                            Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                            path + ":" + file.lineOf(section, at));
        } catch (PatternSyntaxException e) {
            findings.add(file.finding(
                    "'" + expression + "' is no regular expression: " + e.getDescription(),
                    "write . * + ? ( ) [ ] as \\. and so on where you mean the sign itself",
                    section,
                    at));
            return null;
        }
    }

    private void tryExamples(YamlFile<MailRulesFile> file, MailRules rules) {
        List<Example> examples = Objects.requireNonNullElse(file.value().examples(), List.of());
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            String expected = example.gives();
            Email mail = mail(example);
            String given = rules.gives(mail);
            compare(file, i, "gives", given, expected);
            RecipientRule.Told told =
                    rules.told(MailAddress.recipients(mail.headers())).orElse(RecipientRule.Told.NOTHING);
            compare(file, i, "has the store", told.store(), example.store());
            compare(file, i, "has the category", told.category(), example.category());
        }
    }

    /** @param expected null where the example says nothing of it */
    private void compare(
            YamlFile<MailRulesFile> file, int at, String what, @Nullable String given, @Nullable String expected) {
        if (expected != null && !expected.equals(given)) {
            findings.add(file.finding(
                    "this example " + what + " '" + Objects.requireNonNullElse(given, "") + "', not '" + expected + "'",
                    "change the rules or the example",
                    "examples",
                    at));
        }
    }

    private static Email mail(Example example) {
        var mail = new StringBuilder();
        field(mail, "From", example.from());
        field(mail, "To", example.to());
        field(mail, "Subject", example.subject());
        Map<String, String> headers = Objects.requireNonNullElse(example.headers(), Map.of());
        headers.forEach((name, value) -> field(mail, name, value));
        return Email.of(MimeReader.read(mail.append("\n").toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void field(StringBuilder mail, String name, @Nullable String value) {
        if (value != null) {
            mail.append(name).append(": ").append(value.replaceAll("\\R", " ")).append('\n');
        }
    }
}
