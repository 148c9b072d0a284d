package io.redress.reply;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.privacy.Masking;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes mails to the shop's own people, in the shop's language. */
public final class StaffMails {

    /** A warning, a breach or an escalation. */
    public static final MessageTemplate ESCALATION =
            new MessageTemplate("escalation", Set.of("type", "clock", "number", "role", "due"), false);

    private final MailTemplates templates;
    private final ReplySender sender;

    /** @throws InvalidConfiguration with every finding when a template is missing, broken or asks for an unknown value */
    public StaffMails(MailTemplates templates, ReplySender sender, Collection<MessageTemplate> used) {
        this.templates = templates;
        this.sender = sender;
        List<Finding> findings = used.stream()
                .flatMap(template -> templates.findings(template, sample(template)).stream())
                .toList();
        InvalidConfiguration.throwIfAny(findings);
    }

    /**
     * A mail to one address; empty when it is none.
     *
     * @param id tells this mail from all others, always the same for the same one
     */
    public Optional<OutgoingMail> mail(String address, String id, MessageContent content, Instant now) {
        Map<String, Object> values = new HashMap<>();
        content.texts().forEach((name, text) -> values.put(name, Masking.all().mask(text)));
        values.putAll(content.lists());
        content.times().forEach((name, time) -> values.put(name, sender.told(time, sender.language())));
        values.put("sender", sender.name().isEmpty() ? sender.address() : sender.name());
        var words = templates.fill(content.template(), sender.language(), values);
        return new AutomaticMail(sender, words, "<" + id + "@" + sender.domain() + ">", null).to(address, null, now);
    }

    private static Map<String, Object> sample(MessageTemplate template) {
        Map<String, Object> values = new HashMap<>();
        template.values().forEach(name -> values.put(name, "x"));
        template.lists().forEach((name, columns) -> values.put(name, List.of(row(columns))));
        values.put("sender", "x");
        return values;
    }

    private static Map<String, String> row(Set<String> columns) {
        return columns.stream().collect(Collectors.toMap(column -> column, column -> "x"));
    }
}
