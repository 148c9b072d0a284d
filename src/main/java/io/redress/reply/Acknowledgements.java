package io.redress.reply;

import io.redress.config.Finding;
import io.redress.config.InvalidConfiguration;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the mail by which a customer learns the ticket's number, what was understood and by when an answer comes. */
public final class Acknowledgements {

    private static final String MAIL = "acknowledgement";

    /** Characters of the complaint that are given back. */
    private static final int EXCERPT = 300;

    private final MailTemplates templates;
    private final Sender sender;
    private final CategoryNames categories;

    /** @throws InvalidConfiguration with every finding when a template is missing, broken or asks for an unknown value */
    public Acknowledgements(MailTemplates templates, Sender sender, CategoryNames categories) {
        this.templates = templates;
        this.sender = sender;
        this.categories = categories;
        List<Finding> findings = templates.findings(MAIL, sample());
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
    }

    /**
     * The acknowledgement of a ticket; empty when the ticket has no address that mail can be sent to. It goes to the
     * customer's first address only.
     *
     * @param statusLink where the customer may look the ticket up
     * @param answers Message-ID of the customer's mail; null when the complaint came by another channel
     * @param now the mail's date
     */
    public Optional<OutgoingMail> compose(Ticket ticket, String statusLink, @Nullable String answers, Instant now) {
        String language = languageOf(ticket);
        var words = templates.fill(MAIL, language, values(ticket, statusLink, language));
        String messageId = "<" + ticket.number() + ".ack@" + sender.domain() + ">";
        return ticket.customer().emails().stream()
                .findFirst()
                .flatMap(recipient -> new AutomaticMail(sender, words, messageId).to(recipient, answers, now));
    }

    /** The same in a few words, for a chat. */
    public String note(Ticket ticket, String statusLink) {
        String language = languageOf(ticket);
        return templates.fillChat(MAIL, language, values(ticket, statusLink, language));
    }

    private String languageOf(Ticket ticket) {
        String language = ticket.complaint().language();
        return MailTemplates.LANGUAGES.contains(language) ? language : sender.language();
    }

    private Map<String, Object> values(Ticket ticket, String statusLink, String language) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", ticket.number());
        values.put("name", orEmpty(ticket.customer().name()));
        values.put("subject", orEmpty(ticket.complaint().subject()));
        values.put("excerpt", excerpt(ticket.complaint().text()));
        values.put("files", ticket.complaint().attachments().size());
        values.put("category", categories.name(ticket.triage().category(), language));
        values.put("answerBy", told(ticket.serviceLevel().firstResponseDue(), language));
        values.put("statusLink", statusLink);
        values.put("sender", sender.name().isEmpty() ? sender.address() : sender.name());
        return values;
    }

    /** Instants are told in the shop's zone, which is named: customers live in others. */
    private String told(Instant time, String language) {
        String pattern = language.startsWith("zh") ? "yyyy年M月d日 HH:mm (O)" : "d MMMM yyyy, HH:mm (O)";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time.atZone(sender.zone()));
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    private static Map<String, Object> sample() {
        Map<String, Object> values = new HashMap<>();
        for (String name :
                List.of("number", "name", "subject", "excerpt", "category", "answerBy", "statusLink", "sender")) {
            values.put(name, "x");
        }
        values.put("files", 1);
        return values;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
