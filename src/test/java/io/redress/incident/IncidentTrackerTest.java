package io.redress.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.database.SpringTransactions;
import io.redress.due.DueOrder;
import io.redress.due.StepResult;
import io.redress.ledger.due.DueWork;
import io.redress.ledger.incident.SqlIncidents;
import io.redress.ledger.reply.ScheduledMessages;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IncidentTrackerTest extends OwnDatabase {

    private static final IncidentSubject MAILBOX =
            new IncidentSubject(IncidentSubject.Kind.CHANNEL, "complaints-mailbox");
    private static final IncidentSubject CRM = new IncidentSubject(IncidentSubject.Kind.TARGET, "crm");
    private static final IncidentProblem REFUSED = new IncidentProblem(
            "The mail server refuses the login", "NO [AUTHENTICATIONFAILED]", "Set the password anew");
    private static final Duration AFTER = Duration.ofMinutes(2);

    private final SetClock real = new SetClock(Instant.parse("2026-11-30T10:00:00Z"));
    private final SetClock hub = new SetClock(Instant.parse("2026-12-24T18:00:00Z"));
    private final SqlIncidents incidents = new SqlIncidents(jdbc);
    private AlertRules rules = new AlertRules("desk", AFTER);
    private final List<String> listened = new ArrayList<>();
    private final IncidentListener heard = new IncidentListener() {
        @Override
        public void began(Incident incident) {
            listened.add("began");
        }

        @Override
        public void ended(Incident incident) {
            listened.add("ended");
        }
    };
    private final DueWork due = new DueWork(jdbc, hub);
    private final IncidentTracker tracker = tracker();

    @BeforeEach
    void empty() {
        jdbc.sql("delete from incident").update();
        jdbc.sql("delete from due_work").update();
    }

    @Test
    void trouble_that_lasts_is_told_once_by_mail_and_queue_and_once_more_when_it_is_over() {
        look(MAILBOX, REFUSED);
        assertThat(told()).isEmpty();
        pass(AFTER);
        look(MAILBOX, REFUSED);
        look(MAILBOX, new IncidentProblem("something else by now", null, null));
        assertThat(told()).containsExactly("began channel complaints-mailbox: The mail server refuses the login");
        assertThat(mails()).containsExactly("began to desk@example.com");
        look(MAILBOX, null);
        pass(AFTER);
        look(MAILBOX, null);
        look(MAILBOX, null);
        assertThat(told()).hasSize(2).last().asString().startsWith("ended channel complaints-mailbox");
        assertThat(mails()).containsExactlyInAnyOrder("began to desk@example.com", "ended to desk@example.com");
        assertThat(incidents.find(true, null, 10)).isEmpty();
        assertThat(incidents.find(false, null, 10)).singleElement().satisfies(incident -> {
            assertThat(incident.trouble()).isEqualTo(REFUSED);
            assertThat(incident.ended()).isEqualTo(hub.instant());
        });
    }

    @Test
    void trouble_that_comes_and_goes_is_told_to_nobody() {
        for (int i = 0; i < 20; i++) {
            look(MAILBOX, i % 2 == 0 ? REFUSED : null);
            pass(AFTER.minusSeconds(1));
        }
        assertThat(told()).isEmpty();
    }

    @Test
    void an_end_that_does_not_last_is_none() {
        begun(MAILBOX);
        look(MAILBOX, null);
        pass(AFTER.minusSeconds(1));
        look(MAILBOX, REFUSED);
        pass(AFTER);
        look(MAILBOX, REFUSED);
        assertThat(told()).hasSize(1);
    }

    @Test
    void each_subject_has_its_own_incident() {
        begun(MAILBOX);
        begun(CRM);
        assertThat(told()).hasSize(2);
        assertThat(incidents.find(true, null, 10)).hasSize(2);
    }

    @Test
    void a_subject_that_is_taken_away_is_in_no_trouble_any_more() {
        begun(MAILBOX);
        tracker.look(Map.of(CRM, Optional.empty()), Set.of());
        assertThat(incidents.find(true, null, 10)).isEmpty();
        assertThat(told()).hasSize(2);
    }

    @Test
    void two_nodes_tell_of_it_once_and_the_one_that_is_well_does_not_end_it() {
        IncidentTracker other = tracker();
        begun(MAILBOX);
        other.look(Map.of(MAILBOX, Optional.of(REFUSED)), Set.of());
        pass(AFTER);
        other.look(Map.of(MAILBOX, Optional.of(REFUSED)), Set.of());
        other.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        pass(AFTER);
        other.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        assertThat(told()).hasSize(1);
    }

    @Test
    void trouble_of_a_mailbox_outlives_the_leadership_of_the_node_that_saw_it_begin() {
        IncidentTracker leader = tracker();
        begun(MAILBOX);
        for (int minutes = 0; minutes < 10; minutes += AFTER.toMinutesPart()) {
            tracker.look(Map.of(CRM, Optional.empty()), Set.of(MAILBOX));
            leader.look(Map.of(MAILBOX, Optional.of(REFUSED)), Set.of());
            pass(AFTER);
        }
        assertThat(told()).hasSize(1);
        jdbc.sql("update incident set seen_at = seen_at - interval '6 minutes'").update();
        leader.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        pass(AFTER);
        leader.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        assertThat(told()).hasSize(2).last().asString().startsWith("ended channel complaints-mailbox");
    }

    @Test
    void a_node_that_leads_again_judges_from_then_on() {
        begun(MAILBOX);
        look(MAILBOX, null);
        tracker.look(Map.of(), Set.of(MAILBOX));
        pass(AFTER);
        look(MAILBOX, null);
        assertThat(told()).hasSize(1);
    }

    @Test
    void a_node_that_died_leaves_its_incidents_to_the_others() {
        begun(MAILBOX);
        jdbc.sql("update incident set seen_at = seen_at - interval '6 minutes'").update();
        IncidentTracker restarted = tracker();
        restarted.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        pass(AFTER);
        restarted.look(Map.of(MAILBOX, Optional.empty()), Set.of());
        assertThat(told()).hasSize(2);
    }

    @Test
    void without_a_role_only_the_queue_is_told() {
        rules = new AlertRules(null, AFTER);
        begun(MAILBOX);
        assertThat(told()).hasSize(1);
        assertThat(mails()).isEmpty();
    }

    private void begun(IncidentSubject subject) {
        look(subject, REFUSED);
        pass(AFTER);
        look(subject, REFUSED);
    }

    private final Map<IncidentSubject, Optional<IncidentProblem>> now = new LinkedHashMap<>();

    private void look(IncidentSubject subject, IncidentProblem problem) {
        now.put(subject, Optional.ofNullable(problem));
        tracker.look(now, Set.of());
    }

    private void pass(Duration time) {
        real.pass(time);
        hub.pass(Duration.ofSeconds(1));
    }

    private IncidentTracker tracker() {
        var messages = new ScheduledMessages(
                due, new ObjectMapper().findAndRegisterModules(), role -> List.of(role + "@example.com"));
        return new IncidentTracker(
                incidents,
                new IncidentNotification(new SpringTransactions(transaction), due, messages, heard, () -> rules),
                () -> rules,
                hub,
                real);
    }

    /** What queue escalations is told, in order. */
    private List<String> told() {
        var notification = new IncidentNotification(new SpringTransactions(transaction), due, null, heard, () -> rules);
        return jdbc
                .sql("select argument from due_work where kind = 'incident' order by due_at")
                .query(String.class)
                .list()
                .stream()
                .map(argument ->
                        (StepResult.Done) notification.perform(new DueOrder("1", "incident", "-", argument, "t", 1)))
                .map(done -> done.messages().get(0))
                .map(message -> {
                    assertThat(message.queue()).isEqualTo("escalations");
                    var body = message.body();
                    assertThat(body.path("type").asText()).isEqualTo("incident");
                    return body.path("event").asText() + " " + body.path("kind").asText() + " "
                            + body.path("name").asText() + ": "
                            + body.path("problem").asText();
                })
                .toList();
    }

    private List<String> mails() {
        return jdbc.sql("""
                        select (argument::jsonb->'content'->'texts'->>'event') || ' to ' || (argument::jsonb->>'address')
                        from due_work where kind = 'staff-mail' order by 1
                        """).query(String.class).list();
    }
}
