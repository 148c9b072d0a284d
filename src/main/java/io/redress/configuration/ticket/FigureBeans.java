package io.redress.configuration.ticket;

import io.redress.configfile.Check;
import io.redress.configfile.ReloadableRules;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.figures.FigureFacts;
import io.redress.figures.FigureRules;
import io.redress.figures.FigureSchedule;
import io.redress.figures.Figures;
import io.redress.figures.report.FigureMails;
import io.redress.figures.report.VolumeSpikeCheckStep;
import io.redress.figures.report.WeeklyReport;
import io.redress.figures.report.WeeklyReportStep;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.ledger.figures.OpenTickets;
import io.redress.ledger.figures.SqlFigureFacts;
import io.redress.ledger.figures.SqlVolumeSpikes;
import io.redress.reply.Messages;
import io.redress.settings.HubProperties;
import io.redress.settings.channel.MailSettings;
import io.redress.triage.CategoryRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures, the weekly report and the look for rises. */
@Configuration(proxyBeanMethods = false)
class FigureBeans {

    @Bean
    static Check figuresCheck(@Value("${redress.config-dir}") String configDir) {
        Path config = Path.of(configDir);
        return Check.of("figures", () -> List.of(config.resolve("figures.yaml")), () -> {
            FigureRules.read(config);
            return List.of();
        });
    }

    @Bean
    ReloadableRules<FigureRules> figureRules(HubProperties hub, Clock clock) {
        Path config = hub.configDir();
        List<Path> files = List.of(config.resolve("figures.yaml"), config.resolve("service-levels.yaml"));
        return new ReloadableRules<>("figures", files, () -> FigureRules.read(config), clock);
    }

    @Bean
    FigureFacts figureFacts(JdbcClient jdbc, HubProperties hub, Clock clock) {
        return new SqlFigureFacts(jdbc, hub.zone(), clock);
    }

    @Bean
    VolumeSpikes volumeSpikes(JdbcClient jdbc) {
        return new SqlVolumeSpikes(jdbc);
    }

    @Bean
    OpenTickets openTickets(JdbcClient jdbc, Clock clock) {
        return new OpenTickets(jdbc, clock);
    }

    @Bean
    Figures figures(FigureFacts facts, ReloadableRules<FigureRules> rules, HubProperties hub, Clock clock) {
        return new Figures(facts, rules, hub.zone(), clock);
    }

    @Bean
    FigureMails figureMails(
            Messages messages,
            Figures figures,
            VolumeSpikes volumeSpikes,
            CategoryRules categories,
            MailSettings mail,
            HubProperties hub,
            Clock clock) {
        UnaryOperator<String> names = key -> categories.titles(key).getOrDefault(mail.language(), key);
        return new FigureMails(
                messages, new WeeklyReport(figures, volumeSpikes, names, hub.zone(), clock), names, clock);
    }

    @Bean
    FigureSchedule figureSchedule(
            DueWorkPlanner dueWorkPlanner, ReloadableRules<FigureRules> rules, HubProperties hub, Clock clock) {
        return new FigureSchedule(dueWorkPlanner, rules, hub.zone(), clock);
    }

    @Bean
    DueStep weeklyReportStep(
            FigureMails mails,
            FigureSchedule schedule,
            ReloadableRules<FigureRules> rules,
            HubProperties hub,
            Clock clock) {
        return new WeeklyReportStep(mails, schedule, rules, hub.zone(), clock);
    }

    @Bean
    DueStep volumeSpikeCheckStep(
            VolumeSpikes volumeSpikes,
            FigureMails mails,
            FigureSchedule schedule,
            ReloadableRules<FigureRules> rules,
            HubProperties hub,
            Clock clock) {
        return new VolumeSpikeCheckStep(volumeSpikes, mails, schedule, rules, hub.zone(), clock);
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
