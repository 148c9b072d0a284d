package io.redress.configuration.check;

import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.figures.report.FigureMails;
import io.redress.incident.IncidentNotification;
import io.redress.reply.CustomerMessages;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.MessageTemplate;
import io.redress.reply.StaffMails;
import io.redress.survey.workflow.SurveyInvitations;
import java.util.List;

/** The templates of {@code config/templates} that messages are made with. */
public final class UsedTemplates {

    /** What customers are sent. */
    public static final List<MessageTemplate> CUSTOMERS = List.of(
            CustomerMessages.ACKNOWLEDGEMENT,
            CustomerNotifications.UPDATE,
            SurveyInvitations.SURVEY,
            SurveyInvitations.REMINDER,
            CallbackOutcomes.MISSED);

    /** What those in charge are sent. */
    public static final List<MessageTemplate> STAFF =
            List.of(StaffMails.ESCALATION, FigureMails.WEEKLY_REPORT, FigureMails.RISE, IncidentNotification.TEMPLATE);

    private UsedTemplates() {}
}
