package io.redress.console.figures;

import io.redress.console.Choice;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.figures.detail.Arrivals;
import io.redress.figures.detail.FigureDetails;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** When complaints arrive, for staffing: by day of the week and hour. */
@Controller
@RequiresPermission(Permission.FIGURES_READ)
class ArrivalsPage {

    static final String PATH = "/console/figures/arrivals";

    private final FigureDetails details;
    private final Clock clock;
    private final ZoneId zone;

    ArrivalsPage(FigureDetails details, Clock clock, @Value("${redress.zone}") ZoneId zone) {
        this.details = details;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A day of the week.
     *
     * @param key monday to sunday
     * @param days how many such days the period touches
     * @param mean arrivals on such a day
     */
    public record Day(String key, int days, long total, String mean, List<Hour> hours) {}

    /** @param shade from 0 to 5, the busiest hour */
    public record Hour(long count, int shade) {}

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String show(@ModelAttribute("query") FiguresQuery query, HttpServletRequest request, Model page) {
        PeriodChoice period = query.period(zone, clock.instant());
        Arrivals arrivals = details.arrivals(period.now());
        ConsoleLanguage language = ConsoleModel.language(request);
        page.addAttribute(
                "periods",
                Choice.of(PeriodChoice.KEYS, key -> PeriodChoice.told(key, ConsoleTexts.in(language)), period.key()));
        page.addAttribute("own", period.key().equals(PeriodChoice.DATES));
        page.addAttribute("from", period.now().from());
        page.addAttribute("zone", zone.getId());
        page.addAttribute(
                "days",
                Arrays.stream(DayOfWeek.values()).map(day -> day(day, arrivals)).toList());
        page.addAttribute("files", new FigureFiles(query));
        return "console/arrivals";
    }

    private static Day day(DayOfWeek day, Arrivals arrivals) {
        return new Day(
                day.name().toLowerCase(Locale.ROOT),
                arrivals.days(day),
                arrivals.total(day),
                String.format(Locale.ROOT, "%.1f", arrivals.mean(day)),
                IntStream.range(0, Arrivals.HOURS)
                        .mapToObj(hour -> new Hour(arrivals.at(day, hour), arrivals.shade(day, hour)))
                        .toList());
    }
}
