package io.redress.reply;

import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what customers are told of their tickets, in their language. Templates are the shop's, so it is the values that
 * keep what a stranger wrote out of a mail: {@code name}, {@code subject} and {@code excerpt} are empty there.
 */
public final class CustomerMessages {

    /** How a customer learns the ticket's number, what was understood and by when an answer comes. */
    public static final MessageTemplate ACKNOWLEDGEMENT = new MessageTemplate("acknowledgement", Set.of(), true);

    /** Characters of the complaint that are given back. */
    private static final int EXCERPT = 300;

    private static final List<String> OWN = List.of(
            "number",
            "name",
            "subject",
            "excerpt",
            "category",
            "answerBy",
            "statusLink",
            "callbackLink",
            "sender",
            "language");

    /** What of these the sender wrote. */
    private static final List<String> WRITTEN = List.of("name", "subject", "excerpt");

    private final MailTemplates templates;
    private final ReplySender sender;
    private final CategoryTitles categories;

    /**
     * @param used every template that may be asked for
     * @throws InvalidConfiguration with every finding when a template is missing, broken or asks for an unknown value
     */
    public CustomerMessages(
            MailTemplates templates, ReplySender sender, CategoryTitles categories, Collection<MessageTemplate> used) {
        this.templates = templates;
        this.sender = sender;
        this.categories = categories;
        List<Finding> findings =
                used.stream().flatMap(template -> findings(template).stream()).toList();
        InvalidConfiguration.throwIfAny(findings);
    }

    /**
     * What a message is about and where its reader can look.
     *
     * @param proved whether it goes to the sender of the complaint; to anybody else it quotes nothing that the sender wrote
     */
    public record Occasion(
            Ticket ticket, boolean proved, String statusLink, String callbackLink, MessageContent content) {}

    /**
     * The message as a mail; empty when the ticket has no address that mail can be sent to. It goes to the customer's first
     * address only.
     *
     * @param id tells this mail from the ticket's others, always the same for the same one
     * @param answers Message-ID of the customer's mail; null when the complaint came by another channel
     * @param now the mail's date
     */
    public Optional<OutgoingMail> mail(Occasion occasion, String id, @Nullable String answers, Instant now) {
        String language = languageOf(occasion.ticket());
        var words = templates.fill(occasion.content().template(), language, values(occasion, language));
        String messageId = "<" + occasion.ticket().number() + "." + id + "@" + sender.domain() + ">";
        String unsubscribe = occasion.content().texts().get("optOutLink");
        return occasion.ticket().customer().emails().stream().findFirst().flatMap(recipient -> new AutomaticMail(
                        sender, words, messageId, unsubscribe)
                .to(recipient, answers, now));
    }

    /** The same in a few words, for a chat. */
    public String note(Occasion occasion) {
        String language = languageOf(occasion.ticket());
        return templates.fillChat(occasion.content().template(), language, values(occasion, language));
    }

    private String languageOf(Ticket ticket) {
        String language = ticket.complaint().language();
        return MailTemplates.LANGUAGES.contains(language) ? language : sender.language();
    }

    private Map<String, Object> values(Occasion occasion, String language) {
        Ticket ticket = occasion.ticket();
        Map<String, Object> values = new HashMap<>(occasion.content().texts());
        occasion.content().times().forEach((name, time) -> values.put(name, sender.told(time, language)));
        values.put("number", ticket.number());
        values.put("name", orEmpty(ticket.customer().statedName()));
        values.put("subject", orEmpty(ticket.complaint().subject()));
        values.put("excerpt", excerpt(ticket.complaint().text()));
        if (!occasion.proved()) {
            WRITTEN.forEach(name -> values.put(name, ""));
        }
        values.put("files", ticket.complaint().attachments().size());
        values.put("category", categories.name(ticket.triage().category(), language));
        values.put("answerBy", sender.told(ticket.serviceLevel().firstResponseDue(), language));
        values.put("statusLink", occasion.statusLink());
        values.put("callbackLink", occasion.callbackLink());
        values.put("sender", sender.name().isEmpty() ? sender.address() : sender.name());
        values.put("language", language);
        return values;
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private List<Finding> findings(MessageTemplate template) {
        List<Finding> findings = templates.findings(template, sample(template, "x"));
        return findings.isEmpty() ? templates.findings(template, sample(template, "")) : findings;
    }

    /** @param written what stands for the values that the sender wrote; strangers get mails without any */
    private static Map<String, Object> sample(MessageTemplate template, String written) {
        Map<String, Object> values = new HashMap<>();
        OWN.forEach(name -> values.put(name, "x"));
        WRITTEN.forEach(name -> values.put(name, written));
        template.values().forEach(name -> values.put(name, "x"));
        values.put("files", 1);
        return values;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
