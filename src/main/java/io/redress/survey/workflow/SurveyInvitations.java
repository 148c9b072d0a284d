package io.redress.survey.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.reply.MessageContent;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import io.redress.survey.Survey;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTicket;
import io.redress.ticket.Customer;
import io.redress.web.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks customers to answer a survey. */
public final class SurveyInvitations {

    /** Values, {@code scale} being {@code csat} or {@code nps}, that the templates get besides the ticket's own. */
    private static final Set<String> VALUES = Set.of("surveyLink", "optOutLink", "scale", "expiresAt");

    public static final MessageTemplate SURVEY = new MessageTemplate("survey", VALUES, true);
    public static final MessageTemplate REMINDER = new MessageTemplate("survey-reminder", VALUES, true);

    private final Messages messages;
    private final SurveyLinks links;
    private final String otherLanguage;
    private final Supplier<SurveyRules> rules;

    /** @param otherLanguage for customers whose own is not known */
    public SurveyInvitations(Messages messages, SurveyLinks links, String otherLanguage, Supplier<SurveyRules> rules) {
        this.messages = messages;
        this.links = links;
        this.otherLanguage = otherLanguage;
        this.rules = rules;
    }

    void write(Survey survey, SurveyTicket ticket, Instant now) {
        send(SURVEY, survey, ticket, now);
    }

    void remind(Survey survey, SurveyTicket ticket, Instant now) {
        send(REMINDER, survey, ticket, now);
    }

    private void send(MessageTemplate template, Survey survey, SurveyTicket ticket, Instant now) {
        String language = language(ticket);
        var texts = Map.of(
                "surveyLink", links.survey(survey, language),
                "optOutLink", links.optOut(survey, language),
                "scale", rules.get().questions().csat() ? "csat" : "nps");
        var content = new MessageContent(template.name(), texts, Map.of("expiresAt", survey.expiresAt()));
        messages.toCustomer(ticket.number(), template.name() + "/" + survey.id(), content, now);
    }

    /** For who sends it: the least that it takes to reach the customer. */
    QueueMessage onQueue(Survey survey, SurveyTicket ticket) {
        Customer customer = ticket.customer();
        String language = language(ticket);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", survey.id().toString())
                .put("ticket", ticket.number())
                .put("language", language)
                .put("link", links.survey(survey, language))
                .put("expiresAt", survey.expiresAt().toString());
        if (customer.statedName() != null) {
            body.put("name", customer.statedName());
        }
        putFirst(body, "phone", customer.statedPhones());
        putFirst(body, "email", customer.emails());
        putFirst(body, "handle", customer.handles());
        return new QueueMessage(QueueNames.SURVEYS, body);
    }

    private static void putFirst(ObjectNode body, String member, List<String> values) {
        values.stream().findFirst().ifPresent(value -> body.put(member, value));
    }

    private String language(SurveyTicket ticket) {
        return Stream.of(ticket.language(), otherLanguage)
                .filter(Languages.ALL::contains)
                .findFirst()
                .orElse(Languages.ALL.get(0));
    }
}
