package io.redress.ledger.survey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.redress.callback.CallbackRequests;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.due.DueWorkHandler;
import io.redress.ledger.reply.ScheduledMessages;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.mapping.PhoneNumbers;
import io.redress.survey.PersonHashes;
import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyDecisions;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyListener;
import io.redress.survey.SurveyOptOuts;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveySampling;
import io.redress.survey.SurveyToken;
import io.redress.survey.page.OptOutPage;
import io.redress.survey.page.SurveyPage;
import io.redress.survey.workflow.SurveyAnswers;
import io.redress.survey.workflow.SurveyEndStep;
import io.redress.survey.workflow.SurveyInvitations;
import io.redress.survey.workflow.SurveyLowScoreStep;
import io.redress.survey.workflow.SurveyPlanner;
import io.redress.survey.workflow.SurveyReminderStep;
import io.redress.survey.workflow.SurveySendStep;
import io.redress.survey.workflow.SurveyWorkflow;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** Surveys with real rows, real due work and real pages; only the lifecycle is a short one, and time is the test's. */
abstract class SurveyHub extends OwnDatabase {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final String TICKET = "R-261122-7K3M9Q";
    static final byte[] KEY = new byte[32];

    final SetClock clock = new SetClock(NOON);
    final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
    final DueWork due = new DueWork(jdbc, clock);
    final TicketRows ticketRows = new TicketRows(jdbc, json, clock);
    final SqlSurveys surveys = new SqlSurveys(jdbc);
    final SqlContactHistory persons = new SqlContactHistory(jdbc);
    final LedgerSurveyTickets tickets = new LedgerSurveyTickets(jdbc, ticketRows);
    final PersonHashes personHashes = new PersonHashes(KEY, new PhoneNumbers("CN"));
    final SurveyToken tokens = new SurveyToken(KEY);
    final SurveyLinks links = new SurveyLinks(URI.create("https://help.example.com"), tokens);
    final List<String> callbacks = new ArrayList<>();
    final List<QueueMessage> sent = new ArrayList<>();
    final List<String> counted = new ArrayList<>();

    SurveyRules rules = SurveyRules.read(Path.of("config"));
    final Supplier<SurveyRules> current = () -> rules;
    final ShortLifecycle lifecycle = new ShortLifecycle(jdbc, clock, new SurveyPlanner(due, surveys, current));
    final SurveyWorkflow workflow = new SurveyWorkflow(lifecycle, due);
    final SurveyAnswers answers = new SurveyAnswers(surveys, tickets, workflow, news(), current, clock);
    final SurveyOptOuts surveyOptOuts = new SurveyOptOuts(surveys, tickets, personHashes, persons, clock);
    final Pages pages = Pages.in(Path.of("config/templates/pages"));
    final SurveyPage page = new SurveyPage(pages, tokens, links, surveys, answers, current, clock);
    final OptOutPage optOutPage = new OptOutPage(pages, tokens, links, surveys, surveyOptOuts);
    final DueWorkHandler handler = new DueWorkHandler(transaction, jdbc, json, steps(), due, ticketRows);

    @BeforeEach
    void empty() {
        jdbc.sql("truncate ticket, event, due_work, survey, survey_person, survey_opt_out cascade")
                .update();
    }

    private List<DueStep> steps() {
        var invitations =
                new SurveyInvitations(new ScheduledMessages(due, json, role -> List.of()), links, "zh-Hans", current);
        var decisions = new SurveyDecisions(new SurveySampling(KEY), personHashes, persons);
        CallbackRequests requests = (ticket, key, notBefore, reason) -> callbacks.add(ticket + " " + reason);
        return List.of(
                new SurveySendStep(tickets, surveys, decisions, invitations, workflow, news(), current, clock),
                new SurveyReminderStep(tickets, surveys, personHashes, persons, invitations, clock),
                new SurveyEndStep(tickets, surveys, workflow, clock),
                new SurveyLowScoreStep(surveys, requests, clock));
    }

    private SurveyListener news() {
        return new SurveyListener() {
            @Override
            public void sent(String way) {
                counted.add("sent " + way);
            }

            @Override
            public void notSent(String reason) {
                counted.add("not sent " + reason);
            }

            @Override
            public void answered(SurveyAnswer answer) {
                counted.add("answered " + answer.words());
            }
        };
    }

    /** A ticket that is being worked on; {@code customer}: the members of a customer in JSON but its name. */
    void ticket(String number, String category, String language, String customer) {
        var at = clock.instant().atOffset(ZoneOffset.UTC);
        UUID item = UUID.randomUUID();
        String document =
                """
                {"number": "%s", "receivedAt": "%s", "channel": {"name": "web", "kind": "email", "itemId": "%s"},
                 "customer": {"name": "李雷", "phones": [], "emails": [], "handles": []}, "product": {},
                 "complaint": {"text": "色差", "language": "%s", "attachments": []},
                 "triage": {"category": "%s", "score": 0.9, "secondScore": 0, "review": false, "priority": "normal",
                            "reasons": []},
                 "serviceLevel": {"policy": "general", "firstResponseDue": "%s", "resolutionDue": "%s"},
                 "owner": "quality control", "links": {}, "history": []}
                """.formatted(number, clock.instant(), item, language, category, clock.instant(), clock.instant());
        jdbc.sql("""
                        insert into ticket (number, item_id, received_at, channel, kind, category, priority, status,
                                            status_since, review, owner, first_response_due, resolution_due, document,
                                            updated_at)
                        values (:number, :item, :at, 'web', 'email', :category, 'normal', 'in-progress', :at, false,
                                'quality control', :at, :at,
                                jsonb_set(:document::jsonb, '{customer}',
                                          :document::jsonb -> 'customer' || :customer::jsonb), :at)
                        """)
                .param("number", number)
                .param("item", item)
                .param("at", at)
                .param("category", category)
                .param("document", document)
                .param("customer", customer)
                .update();
    }

    /** A ticket of a customer with an e-mail address. */
    void ticket(String number, String email) {
        ticket(number, "quality", "en", "{\"emails\": [\"%s\"]}".formatted(email));
    }

    void news(String number, UpdateKind kind) {
        String id = kind.key() + "-" + clock.instant();
        transaction.executeWithoutResult(
                status -> lifecycle.apply(TicketUpdate.of(id, number, kind, clock.instant(), "crm", "because")));
    }

    /** Solved, with the callback over. */
    void confirmed(String number) {
        news(number, UpdateKind.SOLVED);
        news(number, UpdateKind.CALLBACK);
        pass(Duration.ZERO);
    }

    /** Lets time pass, and does whatever falls due. */
    void pass(Duration time) {
        clock.pass(time);
        List<DueOrder> orders;
        do {
            orders = due.claimSteps(100);
            orders.forEach(order -> sent.addAll(handler.perform(order)));
        } while (!orders.isEmpty());
    }

    /** In as many steps as days, so that what one day plans for another is done on that day. */
    void days(int days) {
        for (int day = 0; day < days; day++) {
            pass(Duration.ofDays(1));
        }
    }

    Survey survey(String number) {
        return surveys.find(number, tickets.find(number).orElseThrow().round()).orElseThrow();
    }

    String token(String number) {
        Survey survey = survey(number);
        return tokens.of(survey.id(), survey.expiresAt());
    }

    TicketStatus status(String number) {
        return tickets.find(number).orElseThrow().status();
    }

    List<JsonNode> messages(String template) {
        return jdbc
                .sql("select argument from due_work where kind = 'message' order by due_at, id")
                .query((row, n) -> tree(row.getString("argument")))
                .list()
                .stream()
                .filter(message -> message.path("template").asText().equals(template))
                .toList();
    }

    List<String> history(String number) {
        return jdbc.sql("select what || ': ' || coalesce(why, '') from event where ticket_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    PageResponse submit(String token, String... fields) {
        var form = new java.util.HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return transaction.execute(status -> page.submit(token, form, "en", null));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
