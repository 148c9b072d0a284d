package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.Figures;
import io.redress.figures.detail.CrossFigures;
import io.redress.figures.report.FigureMails;
import io.redress.figures.report.VolumeSpikeCheckStep;
import io.redress.figures.report.WeeklyReport;
import io.redress.figures.report.WeeklyReportStep;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.ledger.figures.FigureTickets;
import io.redress.ledger.figures.OpenTickets;
import io.redress.ledger.figures.SqlFigureDetails;
import io.redress.ledger.figures.SqlFigureFacts;
import io.redress.ledger.figures.SqlVolumeSpikes;
import io.redress.reply.Messages;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.triage.CategoryRules;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Figures, the weekly report and the look for rises. */
@Configuration(proxyBeanMethods = false)
@Import({
    CrossFigures.class,
    FigureTickets.class,
    FigureSchedule.class,
    Figures.class,
    OpenTickets.class,
    SqlFigureDetails.class,
    SqlFigureFacts.class,
    SqlVolumeSpikes.class,
    VolumeSpikeCheckStep.class,
    WeeklyReportStep.class
})
class FigureBeans {

    @Bean
    ReloadableRules<FigureRules> figureRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of(
                "figures", hub.configDir(), FigureRules::read, clock, "figures.yaml", "service-levels.yaml");
    }

    @Bean
    FigureMails figureMails(
            Messages messages,
            Figures figures,
            VolumeSpikes volumeSpikes,
            CategoryRules categories,
            MailSettings mail,
            ZoneId zone,
            Clock clock) {
        UnaryOperator<String> names = key -> categories.titles(key).getOrDefault(mail.language(), key);
        return new FigureMails(messages, new WeeklyReport(figures, volumeSpikes, names, zone, clock), names, clock);
    }

    /** The next report and the next look follow the rules, whether these were edited while the hub ran or while it did not. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> figuresArePlanned(
            FigureSchedule schedule, ReloadableRules<FigureRules> rules) {
        return ready -> {
            schedule.planAhead();
            rules.onReload(schedule::planAhead);
        };
    }
}
