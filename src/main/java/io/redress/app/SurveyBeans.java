package io.redress.app;

import io.redress.config.Check;
import io.redress.config.ReloadableRules;
import io.redress.handoff.HubKey;
import io.redress.ledger.TicketRows;
import io.redress.ledger.survey.LedgerSurveyTickets;
import io.redress.ledger.survey.SqlPersons;
import io.redress.ledger.survey.SqlSurveys;
import io.redress.mapping.PhoneNumbers;
import io.redress.survey.Answers;
import io.redress.survey.Course;
import io.redress.survey.Identities;
import io.redress.survey.OptOutPage;
import io.redress.survey.OptOuts;
import io.redress.survey.Persons;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyNews;
import io.redress.survey.SurveyPage;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTickets;
import io.redress.survey.SurveyToken;
import io.redress.survey.Surveys;
import io.redress.web.Pages;
import java.net.URI;
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
    Check surveysCheck(@Value("${redress.config-dir:config}") String configDir) {
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
    SurveyLinks surveyLinks(@Value("${redress.public-url:http://localhost:8080}") URI publicUrl, SurveyToken tokens) {
        return new SurveyLinks(publicUrl, tokens);
    }

    @Bean
    Identities surveyedPersons(HubKey key) {
        return new Identities(key.derive("survey-person"), PHONES);
    }

    @Bean
    Surveys surveys(JdbcClient jdbc) {
        return new SqlSurveys(jdbc);
    }

    @Bean
    Persons persons(JdbcClient jdbc) {
        return new SqlPersons(jdbc);
    }

    @Bean
    SurveyTickets surveyTickets(JdbcClient jdbc, TicketRows tickets) {
        return new LedgerSurveyTickets(jdbc, tickets);
    }

    @Bean
    Answers surveyAnswers(
            Surveys surveys,
            SurveyTickets tickets,
            Course course,
            SurveyNews news,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        return new Answers(surveys, tickets, course, news, rules, clock);
    }

    @Bean
    OptOuts optOuts(Surveys surveys, SurveyTickets tickets, Identities identities, Persons persons, Clock clock) {
        return new OptOuts(surveys, tickets, identities, persons, clock);
    }

    @Bean
    SurveyPage surveyPage(
            Pages pages,
            SurveyToken tokens,
            SurveyLinks links,
            Surveys surveys,
            Answers answers,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        return new SurveyPage(pages, tokens, links, surveys, answers, rules, clock);
    }

    @Bean
    OptOutPage optOutPage(Pages pages, SurveyToken tokens, SurveyLinks links, Surveys surveys, OptOuts optOuts) {
        return new OptOutPage(pages, tokens, links, surveys, optOuts);
    }
}
