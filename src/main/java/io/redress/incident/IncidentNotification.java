package io.redress.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.due.Transactions;
import io.redress.reply.MessageContent;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells those in charge and queue {@code escalations} of incidents, in the transaction that writes them down. */
public final class IncidentNotification implements DueStep {

    /** The mail. */
    public static final MessageTemplate TEMPLATE = new MessageTemplate(
            "incident", Set.of("event", "kind", "name", "problem", "error", "remedy", "since"), false);

    private static final String KIND = "incident";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transactions transactions;
    private final DueWorkPlanner planner;
    private final Messages messages;
    private final IncidentListener listener;
    private final Supplier<AlertRules> rules;

    public IncidentNotification(
            Transactions transactions,
            DueWorkPlanner planner,
            Messages messages,
            IncidentListener listener,
            Supplier<AlertRules> rules) {
        this.transactions = transactions;
        this.planner = planner;
        this.messages = messages;
        this.listener = listener;
        this.rules = rules;
    }

    /** Tells of a beginning, when it is one. */
    boolean began(Incident incident, BooleanSupplier written) {
        return tell(incident, "began", incident.began(), written, listener::began);
    }

    /** Tells of an end, when it is one. */
    boolean ended(Incident incident, BooleanSupplier written) {
        return tell(incident, "ended", Objects.requireNonNull(incident.ended()), written, listener::ended);
    }

    private boolean tell(
            Incident incident, String event, Instant at, BooleanSupplier written, Consumer<Incident> told) {
        return transactions.execute(() -> {
            boolean news = written.getAsBoolean();
            if (news) {
                told.accept(incident);
                String key = "incident/" + incident.id() + "/" + event;
                String role = rules.get().to();
                planner.plan(
                        KIND,
                        DueWorkPlanner.NO_TICKET,
                        key,
                        at,
                        body(key, incident, event, at, role).toString());
                if (role != null) {
                    messages.toRole(DueWorkPlanner.NO_TICKET, key, role, content(incident, event), at);
                }
            }
            return news;
        });
    }

    private static MessageContent content(Incident incident, String event) {
        IncidentProblem problem = incident.trouble();
        return new MessageContent(
                TEMPLATE.name(),
                Map.of(
                        "event", event,
                        "kind", incident.subject().kind().key(),
                        "name", incident.subject().name(),
                        "problem", problem.problem(),
                        "error", Objects.toString(problem.error(), ""),
                        "remedy", Objects.toString(problem.remedy(), "")),
                Map.of("since", incident.began()));
    }

    private static ObjectNode body(String id, Incident incident, String event, Instant at, @Nullable String role) {
        IncidentProblem problem = incident.trouble();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "incident")
                .put("event", event)
                .put("at", at.toString())
                .put("kind", incident.subject().kind().key())
                .put("name", incident.subject().name())
                .put("since", incident.began().toString())
                .put("problem", problem.problem());
        if (problem.error() != null) {
            body.put("error", problem.error());
        }
        if (problem.remedy() != null) {
            body.put("remedy", problem.remedy());
        }
        if (role != null) {
            body.put("role", role);
        }
        return body;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        try {
            return StepResult.done(new QueueMessage(QueueNames.ESCALATIONS, JSON.readTree(order.argument())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an incident was planned as no JSON", e);
        }
    }
}
