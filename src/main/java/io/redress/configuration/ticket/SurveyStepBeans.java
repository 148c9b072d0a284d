package io.redress.configuration.ticket;

import io.redress.callback.CallbackRequests;
import io.redress.configfile.ReloadableRules;
import io.redress.due.DueWorkPlanner;
import io.redress.handoff.HubKey;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import io.redress.settings.channel.MailSettings;
import io.redress.survey.ContactHistory;
import io.redress.survey.PersonHashes;
import io.redress.survey.SurveyDecisions;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyListener;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveySampling;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import io.redress.survey.workflow.SurveyEndStep;
import io.redress.survey.workflow.SurveyInvitations;
import io.redress.survey.workflow.SurveyLowScoreStep;
import io.redress.survey.workflow.SurveyPlans;
import io.redress.survey.workflow.SurveyReminderStep;
import io.redress.survey.workflow.SurveySendStep;
import io.redress.survey.workflow.SurveyWorkflow;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What surveys do at their times. */
@Configuration(proxyBeanMethods = false)
class SurveyStepBeans {

    @Bean
    MessageTemplate surveyTemplate() {
        return SurveyInvitations.SURVEY;
    }

    @Bean
    MessageTemplate surveyReminderTemplate() {
        return SurveyInvitations.REMINDER;
    }

    @Bean
    SurveyPlans surveyPlans(DueWorkPlanner dueWorkPlanner, Surveys surveys, ReloadableRules<SurveyRules> rules) {
        return new SurveyPlans(dueWorkPlanner, surveys, rules);
    }

    @Bean
    SurveyWorkflow surveyCourse(TicketLifecycle ticketLifecycle, DueWorkPlanner dueWorkPlanner) {
        return new SurveyWorkflow(ticketLifecycle, dueWorkPlanner);
    }

    @Bean
    SurveyInvitations surveyInvitations(
            Messages messages, SurveyLinks links, MailSettings mail, ReloadableRules<SurveyRules> rules) {
        return new SurveyInvitations(messages, links, mail.language(), rules);
    }

    @Bean
    SurveySendStep surveyStep(
            SurveyTickets tickets,
            Surveys surveys,
            HubKey key,
            PersonHashes personHashes,
            ContactHistory contactHistory,
            SurveyInvitations invitations,
            SurveyWorkflow workflow,
            SurveyListener listener,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        var decisions =
                new SurveyDecisions(new SurveySampling(key.derive("survey-sampling")), personHashes, contactHistory);
        return new SurveySendStep(tickets, surveys, decisions, invitations, workflow, listener, rules, clock);
    }

    @Bean
    SurveyReminderStep surveyReminderStep(
            SurveyTickets tickets,
            Surveys surveys,
            PersonHashes personHashes,
            ContactHistory contactHistory,
            SurveyInvitations invitations,
            Clock clock) {
        return new SurveyReminderStep(tickets, surveys, personHashes, contactHistory, invitations, clock);
    }

    @Bean
    SurveyEndStep surveyEndStep(SurveyTickets tickets, Surveys surveys, SurveyWorkflow workflow, Clock clock) {
        return new SurveyEndStep(tickets, surveys, workflow, clock);
    }

    @Bean
    SurveyLowScoreStep surveyLowStep(Surveys surveys, CallbackRequests callbacks, Clock clock) {
        return new SurveyLowScoreStep(surveys, callbacks, clock);
    }
}
