package io.redress.configuration.ticket;

import io.redress.configfile.ReloadableRules;
import io.redress.figures.FigureFacts;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.Figures;
import io.redress.figures.KeptAnswers;
import io.redress.figures.KeptFigureFacts;
import io.redress.figures.detail.CrossFigures;
import io.redress.figures.detail.FigureDetails;
import io.redress.figures.detail.KeptFigureDetails;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures, the weekly report and the look for rises. */
@Configuration(proxyBeanMethods = false)
@Import({
    CrossFigures.class,
    FigureTickets.class,
    FigureSchedule.class,
    Figures.class,
    OpenTickets.class,
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
    KeptAnswers keptFigures(Clock clock) {
        return new KeptAnswers(clock);
    }

    @Bean
    FigureFacts figureFacts(JdbcClient jdbc, KeptAnswers kept, ZoneId zone, Clock clock) {
        return new KeptFigureFacts(new SqlFigureFacts(jdbc, zone, clock), kept, clock);
    }

    @Bean
    FigureDetails figureDetails(JdbcClient jdbc, KeptAnswers kept, ZoneId zone, Clock clock) {
        return new KeptFigureDetails(new SqlFigureDetails(jdbc, zone, clock), kept, clock);
    }

    @Bean
    WeeklyReport weeklyReport(
            Figures figures,
            VolumeSpikes volumeSpikes,
            CategoryRules categories,
            MailSettings mail,
            ZoneId zone,
            Clock clock) {
        return new WeeklyReport(figures, volumeSpikes, names(categories, mail), zone, clock);
    }

    @Bean
    FigureMails figureMails(
            Messages messages, WeeklyReport report, CategoryRules categories, MailSettings mail, Clock clock) {
        return new FigureMails(messages, report, names(categories, mail), clock);
    }

    private static UnaryOperator<String> names(CategoryRules categories, MailSettings mail) {
        return key -> categories.titles(key).getOrDefault(mail.language(), key);
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
