package io.redress.ledger.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.UpdateKind;
import io.redress.survey.Survey;
import io.redress.survey.SurveyAnswer;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyState;
import io.redress.survey.workflow.SurveyAnswers.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyWorkflowTest extends SurveyHub {

    @TempDir
    Path config;

    @Test
    void a_survey_is_sent_once_the_callback_is_over() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        days(2);
        assertThat(messages("survey")).isEmpty();

        news(TICKET, UpdateKind.CALLBACK);
        pass(Duration.ZERO);

        assertThat(status(TICKET)).isEqualTo(TicketStatus.SURVEYED);
        assertThat(messages("survey")).singleElement().satisfies(message -> {
            assertThat(message.at("/texts/surveyLink").asText())
                    .isEqualTo("https://help.example.com/surveys/" + token(TICKET) + "?lang=en");
            assertThat(message.at("/texts/optOutLink").asText())
                    .isEqualTo("https://help.example.com/surveys/" + token(TICKET) + "/opt-out?lang=en");
        });
        assertThat(history(TICKET)).endsWith("surveyed: a survey was sent");
        assertThat(counted).containsExactly("sent message");
    }

    @Test
    void a_ticket_whose_callback_never_ends_is_surveyed_all_the_same_and_once() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        days(6);
        assertThat(messages("survey")).isEmpty();

        days(1);

        assertThat(messages("survey")).hasSize(1);
        assertThat(history(TICKET))
                .containsSubsequence("callback: no callback ended within 7 days", "surveyed: a survey was sent");
        news(TICKET, UpdateKind.CALLBACK);
        pass(Duration.ZERO);
        assertThat(messages("survey")).hasSize(1);
    }

    @Test
    void a_callback_that_ends_on_the_seventh_day_leads_to_one_survey() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        clock.pass(Duration.ofDays(7));
        news(TICKET, UpdateKind.CALLBACK);

        pass(Duration.ZERO);

        assertThat(messages("survey")).hasSize(1);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.SURVEYED);
    }

    @Test
    void there_is_one_reminder_at_most_and_silence_closes_the_ticket() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        days(2);
        assertThat(messages("survey-reminder")).isEmpty();
        days(1);
        assertThat(messages("survey-reminder")).hasSize(1);
        assertThat(survey(TICKET).remindedAt()).isEqualTo(clock.instant());

        days(30);

        assertThat(messages("survey-reminder")).hasSize(1);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
        assertThat(history(TICKET)).endsWith("closed: silent for 7 days");
    }

    @Test
    void after_an_outage_of_a_month_nobody_is_reminded_of_a_link_that_expired() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);

        pass(Duration.ofDays(30));

        assertThat(messages("survey-reminder")).isEmpty();
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void who_answered_is_not_reminded() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        answer(TICKET, new SurveyAnswer(2, null, null, null));

        days(4);

        assertThat(messages("survey-reminder")).isEmpty();
    }

    @Test
    void a_ticket_that_another_system_surveyed_is_closed_by_silence_too() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        news(TICKET, UpdateKind.CALLBACK);
        news(TICKET, UpdateKind.SURVEYED);

        days(7);

        assertThat(messages("survey")).isEmpty();
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void a_good_score_closes_the_ticket() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);

        assertThat(answer(TICKET, new SurveyAnswer(4, 9, true, "quick"))).isEqualTo(Outcome.TAKEN);

        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
        assertThat(history(TICKET))
                .endsWith(
                        "survey answered: CSAT 4 of 5, NPS 9, solved, with a comment",
                        "closed: the customer confirmed");
        assertThat(survey(TICKET).answer()).isEqualTo(new SurveyAnswer(4, 9, true, "quick"));
        days(10);
        assertThat(sent).isEmpty();
        assertThat(callbacks).isEmpty();
    }

    @Test
    void a_low_score_has_the_customer_called_and_is_told_once() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        days(5);

        answer(TICKET, new SurveyAnswer(2, 8, null, "slow"));
        answer(TICKET, new SurveyAnswer(2, 8, null, "slow"));
        pass(Duration.ZERO);

        assertThat(status(TICKET)).isEqualTo(TicketStatus.SURVEYED);
        assertThat(callbacks).containsExactly(TICKET + " low score: CSAT 2 of 5, NPS 8, with a comment");
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.queue()).isEqualTo("escalations");
            assertThat(message.body().path("type").asText()).isEqualTo("low-score");
            assertThat(message.body().path("ticket").asText()).isEqualTo(TICKET);
            assertThat(message.body().path("csat").asInt()).isEqualTo(2);
            assertThat(message.body().path("comment").asText()).isEqualTo("slow");
            assertThat(message.body().path("id").asText()).isNotEmpty();
        });
        days(6);
        assertThat(status(TICKET)).as("the call needs its time").isEqualTo(TicketStatus.SURVEYED);
        days(1);
        assertThat(history(TICKET)).endsWith("closed: answered, and not reopened for 7 days");
    }

    @Test
    void a_low_nps_is_low_though_the_other_score_is_good() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);

        answer(TICKET, new SurveyAnswer(5, 6, true, null));
        pass(Duration.ZERO);

        assertThat(callbacks).hasSize(1);
    }

    @Test
    void not_solved_reopens_the_ticket_and_the_next_round_has_its_own_survey() {
        rules = read("gap: 0min");
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        Survey first = survey(TICKET);

        answer(TICKET, new SurveyAnswer(1, null, false, "still broken"));
        days(10);

        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
        assertThat(history(TICKET)).endsWith("reopened: not solved, the customer says in the survey: still broken");
        assertThat(callbacks).isEmpty();
        assertThat(surveys.find(first.id()).orElseThrow().state()).isEqualTo(SurveyState.ANSWERED);

        confirmed(TICKET);

        assertThat(survey(TICKET).id()).isNotEqualTo(first.id());
        assertThat(survey(TICKET).round()).isEqualTo(2);
        assertThat(messages("survey")).hasSize(2);
    }

    @Test
    void a_customer_may_say_not_solved_after_the_ticket_was_closed() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        days(8);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);

        answer(TICKET, new SurveyAnswer(1, null, false, null));

        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
    }

    @Test
    void a_reopening_takes_back_what_is_not_answered() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        Survey survey = survey(TICKET);

        news(TICKET, UpdateKind.REOPENED);
        days(10);

        assertThat(surveys.find(survey.id()).orElseThrow().state()).isEqualTo(SurveyState.WITHDRAWN);
        assertThat(messages("survey-reminder")).isEmpty();
        assertThat(status(TICKET)).isEqualTo(TicketStatus.REOPENED);
        assertThat(transaction.<Outcome>execute(
                        any -> answers.take(survey.id(), new SurveyAnswer(5, null, null, null), "tool")))
                .isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void a_reopening_before_the_survey_is_sent_takes_it_off() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        news(TICKET, UpdateKind.REOPENED);

        days(10);

        assertThat(messages("survey")).isEmpty();
    }

    @Test
    void a_ticket_that_an_operator_closed_is_not_surveyed() {
        ticket(TICKET, "li@example.com");
        news(TICKET, UpdateKind.SOLVED);
        news(TICKET, UpdateKind.CLOSED);

        days(10);

        assertThat(messages("survey")).isEmpty();
    }

    @Test
    void not_sent_because_it_was_not_drawn() {
        rules = read("sampling: {quality: 0 %}");

        notSent("no survey: not drawn, 0 % of the category quality are", "not-sampled");
    }

    @Test
    void not_sent_because_the_customer_wants_none() {
        surveyOptOuts.decline(List.of("LI@example.com"), List.of(), List.of());

        notSent("no survey: the customer wants none", "opt-out");
    }

    @Test
    void not_sent_because_there_was_one_lately() {
        ticket("R-261101-AAAAAA", "li@example.com");
        confirmed("R-261101-AAAAAA");
        counted.clear();

        notSent("no survey: this customer got one at 2026-11-22T04:00:00Z, less than 30 days ago", "gap");
    }

    @Test
    void not_sent_because_nobody_can_be_reached() {
        ticket(TICKET, "quality", "en", "{}");
        confirmed(TICKET);

        ended("no survey: no e-mail, phone or chat is known", "unreachable");
    }

    @Test
    void who_can_only_be_phoned_is_told_to_the_gateway() {
        ticket(TICKET, "quality", "zh-Hant", "{\"phones\": [\"+8613800138000\"]}");

        confirmed(TICKET);
        days(5);

        assertThat(messages("survey")).isEmpty();
        assertThat(messages("survey-reminder")).isEmpty();
        assertThat(sent).singleElement().satisfies(message -> {
            assertThat(message.queue()).isEqualTo("surveys.due");
            assertThat(message.body().path("id").asText())
                    .isEqualTo(survey(TICKET).id().toString());
            assertThat(message.body().path("phone").asText()).isEqualTo("+8613800138000");
            assertThat(message.body().path("name").asText()).isEqualTo("李雷");
            assertThat(message.body().path("language").asText()).isEqualTo("zh-Hant");
            assertThat(message.body().path("link").asText()).contains(token(TICKET));
            assertThat(message.body().path("expiresAt").asText()).isEqualTo("2026-12-06T04:00:00Z");
        });
    }

    @Test
    void a_survey_tool_of_the_shop_is_only_told() {
        rules = read("send: queue");
        ticket(TICKET, "li@example.com");

        confirmed(TICKET);

        assertThat(messages("survey")).isEmpty();
        assertThat(sent).singleElement().satisfies(message -> assertThat(
                        message.body().path("email").asText())
                .isEqualTo("li@example.com"));
        assertThat(status(TICKET)).isEqualTo(TicketStatus.SURVEYED);
    }

    @Test
    void an_answer_that_came_in_counts_once() {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        var answer = new SurveyAnswer(5, 10, null, null);

        assertThat(answer(TICKET, answer)).isEqualTo(Outcome.TAKEN);
        assertThat(answer(TICKET, answer)).isEqualTo(Outcome.REPEATED);
        assertThat(answer(TICKET, new SurveyAnswer(1, 0, false, null))).isEqualTo(Outcome.ANSWERED);

        assertThat(survey(TICKET).answer()).isEqualTo(answer);
        assertThat(status(TICKET)).isEqualTo(TicketStatus.CLOSED);
        assertThat(counted).containsExactly("sent message", "answered CSAT 5 of 5, NPS 10");
    }

    @Test
    void of_many_answers_at_once_one_counts() throws Exception {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        var barrier = new CyclicBarrier(6);
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Outcome>> posts = IntStream.range(0, 6)
                    .<Callable<Outcome>>mapToObj(nps -> () -> {
                        barrier.await();
                        return answer(TICKET, new SurveyAnswer(5, nps, true, null));
                    })
                    .toList();
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> post : threads.invokeAll(posts)) {
                outcomes.add(post.get());
            }
            assertThat(outcomes).containsOnlyOnce(Outcome.TAKEN).containsOnly(Outcome.TAKEN, Outcome.ANSWERED);
        } finally {
            threads.shutdownNow();
        }
    }

    private void notSent(String reason, String way) {
        ticket(TICKET, "li@example.com");
        confirmed(TICKET);
        ended(reason, way);
    }

    private void ended(String reason, String way) {
        assertThat(history(TICKET)).endsWith("surveyed: " + reason);
        assertThat(survey(TICKET).state()).isEqualTo(SurveyState.NOT_SENT);
        assertThat(survey(TICKET).way()).isEqualTo(way);
        assertThat(counted).containsExactly("not sent " + way);
        days(7);
        assertThat(status(TICKET)).as("silence closes it all the same").isEqualTo(TicketStatus.CLOSED);
    }

    private Outcome answer(String number, SurveyAnswer answer) {
        return transaction.execute(any -> answers.take(survey(number).id(), answer, "customer"));
    }

    private SurveyRules read(String line) {
        try {
            Files.writeString(config.resolve("categories.yaml"), "categories: {quality: {}}\n");
            Files.writeString(config.resolve("surveys.yaml"), line + "\n");
            return SurveyRules.read(config);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
