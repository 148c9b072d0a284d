package io.redress.app;

import io.redress.callback.CallbackRequests;
import io.redress.config.ReloadableRules;
import io.redress.due.Agenda;
import io.redress.handoff.HubKey;
import io.redress.lifecycle.Lifecycle;
import io.redress.reply.MessageTemplate;
import io.redress.reply.Messages;
import io.redress.survey.Course;
import io.redress.survey.Decisions;
import io.redress.survey.EndStep;
import io.redress.survey.Identities;
import io.redress.survey.Invitations;
import io.redress.survey.LowScoreStep;
import io.redress.survey.Persons;
import io.redress.survey.ReminderStep;
import io.redress.survey.Sampling;
import io.redress.survey.SendStep;
import io.redress.survey.SurveyLinks;
import io.redress.survey.SurveyNews;
import io.redress.survey.SurveyPlans;
import io.redress.survey.SurveyRules;
import io.redress.survey.SurveyTickets;
import io.redress.survey.Surveys;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What surveys do at their times. */
@Configuration(proxyBeanMethods = false)
class SurveyStepBeans {

    @Bean
    MessageTemplate surveyTemplate() {
        return Invitations.SURVEY;
    }

    @Bean
    MessageTemplate surveyReminderTemplate() {
        return Invitations.REMINDER;
    }

    @Bean
    SurveyPlans surveyPlans(Agenda agenda, Surveys surveys, ReloadableRules<SurveyRules> rules) {
        return new SurveyPlans(agenda, surveys, rules);
    }

    @Bean
    Course surveyCourse(Lifecycle lifecycle, Agenda agenda) {
        return new Course(lifecycle, agenda);
    }

    @Bean
    Invitations invitations(
            Messages messages, SurveyLinks links, MailSettings mail, ReloadableRules<SurveyRules> rules) {
        return new Invitations(messages, links, mail.language(), rules);
    }

    @Bean
    SendStep surveyStep(
            SurveyTickets tickets,
            Surveys surveys,
            HubKey key,
            Identities identities,
            Persons persons,
            Invitations invitations,
            Course course,
            SurveyNews news,
            ReloadableRules<SurveyRules> rules,
            Clock clock) {
        var decisions = new Decisions(new Sampling(key.derive("survey-sampling")), identities, persons);
        return new SendStep(tickets, surveys, decisions, invitations, course, news, rules, clock);
    }

    @Bean
    ReminderStep surveyReminderStep(
            SurveyTickets tickets,
            Surveys surveys,
            Identities identities,
            Persons persons,
            Invitations invitations,
            Clock clock) {
        return new ReminderStep(tickets, surveys, identities, persons, invitations, clock);
    }

    @Bean
    EndStep surveyEndStep(SurveyTickets tickets, Surveys surveys, Course course, Clock clock) {
        return new EndStep(tickets, surveys, course, clock);
    }

    @Bean
    LowScoreStep surveyLowStep(Surveys surveys, CallbackRequests callbacks, Clock clock) {
        return new LowScoreStep(surveys, callbacks, clock);
    }
}
