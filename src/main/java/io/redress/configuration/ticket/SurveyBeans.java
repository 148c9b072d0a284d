package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HubKey;
import io.redress.ledger.survey.LedgerSurveyTickets;
import io.redress.ledger.survey.SqlContactHistory;
import io.redress.ledger.survey.SqlSurveys;
import io.redress.ledger.survey.SurveyQueries;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.Messages;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.survey.PersonHashes;
import io.redress.survey.SurveyDecisions;
import io.redress.survey.SurveyLinks;
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
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Surveys: who is asked when, by which link, and what follows from the answer. */
@Configuration(proxyBeanMethods = false)
@Import({
    LedgerSurveyTickets.class,
    OptOutPage.class,
    SqlContactHistory.class,
    SqlSurveys.class,
    SurveyAnswers.class,
    SurveyDecisions.class,
    SurveyEndStep.class,
    SurveyLowScoreStep.class,
    SurveyOptOuts.class,
    SurveyPage.class,
    SurveyPlanner.class,
    SurveyQueries.class,
    SurveyReminderStep.class,
    SurveySendStep.class,
    SurveyWorkflow.class
})
class SurveyBeans {

    /** Where phone numbers without a country code are, when people decline surveys by phone number. */
    private static final PhoneNumbers PHONES = new PhoneNumbers("CN");

    @Bean
    ReloadableRules<SurveyRules> surveyRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("surveys", hub.configDir(), SurveyRules::read, clock, "surveys.yaml");
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
    SurveySampling surveySampling(HubKey key) {
        return new SurveySampling(key.derive("survey-sampling"));
    }

    @Bean
    SurveyInvitations surveyInvitations(
            Messages messages, SurveyLinks links, MailSettings mail, ReloadableRules<SurveyRules> rules) {
        return new SurveyInvitations(messages, links, mail.language(), rules);
    }
}
