package io.redress.configuration.ticket;

import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HubKey;
import io.redress.ledger.survey.LedgerSurveyTickets;
import io.redress.ledger.survey.SqlContactHistory;
import io.redress.ledger.survey.SqlSurveys;
import io.redress.ledger.ticket.TicketRows;
import io.redress.mapping.PhoneNumbers;
import io.redress.settings.HubProperties;
import io.redress.survey.ContactHistory;
import io.redress.survey.PersonHashes;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyListener;
import io.redress.survey.SurveyOptOuts;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTickets;
import io.redress.survey.SurveyToken;
import io.redress.survey.Surveys;
import io.redress.survey.page.OptOutPage;
import io.redress.survey.page.SurveyPage;
import io.redress.survey.workflow.SurveyAnswers;
import io.redress.survey.workflow.SurveyWorkflow;
import io.redress.web.Pages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys: who is asked when, by which link, and what follows from the answer. */
@Configuration(proxyBeanMethods = false)
class SurveyBeans {

    /** Where phone numbers without a country code are, when people decline surveys by phone number. */
    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");

    @Bean
    Check surveysCheck(@Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        return Check.of("surveys", () -> List.of(config.resolve("surveys.yaml")), () -> {
            SurveyRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<SurveyRules> surveyRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = List.of(config.resolve("surveys.yaml"));
        return new ReloadableRules<>("surveys", files, () -> SurveyRules.read(config), clock);
    }

    @Bean
    SurveyToken surveyToken(HubKey key) {
        return new SurveyToken(key.derive("survey-link"));
    }

    @Bean
    SurveyLinks surveyLinks(HubProperties hub, SurveyToken tokens) {
        return new SurveyLinks(hub.publicAddress(), tokens);
    }

    @Bean
    PersonHashes surveyedPersons(HubKey key) {
        return new PersonHashes(key.derive("survey-person"), PHONES);
    }

    @Bean
    Surveys surveys(JdbcClient jdbc) {
        return new SqlSurveys(jdbc);
    }

    @Bean
    ContactHistory contactHistory(JdbcClient jdbc) {
        return new SqlContactHistory(jdbc);
    }

    @Bean
    SurveyTickets surveyTickets(JdbcClient jdbc, TicketRows tickets) {
        return new LedgerSurveyTickets(jdbc, tickets);
    }

    @Bean
    SurveyAnswers surveyAnswers(
            Surveys surveys,
            SurveyTickets tickets,
            SurveyWorkflow workflow,
            SurveyListener listener,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        return new SurveyAnswers(surveys, tickets, workflow, listener, rules, clock);
    }

    @Bean
    SurveyOptOuts surveyOptOuts(
            Surveys surveys,
            SurveyTickets tickets,
            PersonHashes personHashes,
            ContactHistory contactHistory,
            Clock clock) {
        return new SurveyOptOuts(surveys, tickets, personHashes, contactHistory, clock);
    }

    @Bean
    SurveyPage surveyPage(
            Pages pages,
            SurveyToken tokens,
            SurveyLinks links,
            Surveys surveys,
            SurveyAnswers answers,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        return new SurveyPage(pages, tokens, links, surveys, answers, rules, clock);
    }

    @Bean
    OptOutPage optOutPage(
            Pages pages, SurveyToken tokens, SurveyLinks links, Surveys surveys, SurveyOptOuts surveyOptOuts) {
        return new OptOutPage(pages, tokens, links, surveys, surveyOptOuts);
    }
}
