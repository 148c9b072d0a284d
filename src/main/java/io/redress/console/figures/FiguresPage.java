package io.redress.console.figures;

import io.redress.console.Choice;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureTable;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.Week;
import io.redress.figures.detail.CrossFigures;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.ticket.KeyedEnum;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How well complaints are handled: figures of a period against targets and against the period before, divided, with a trend. */
@Controller
@RequiresPermission(Permission.FIGURES_READ)
class FiguresPage {

    static final String PATH = "/console/figures";

    /** What a table by groups shows. */
    static final List<Figure> COLUMNS = List.of(
            Figure.RECEIVED,
            Figure.IN_TIME,
            Figure.FIRST_CONTACT,
            Figure.REOPENED,
            Figure.CSAT,
            Figure.RESOLUTION_MEDIAN);

    /** What the trend shows. */
    static final Set<Figure> TREND = EnumSet.of(Figure.RECEIVED, Figure.IN_TIME);

    private static final int TREND_WEEKS = 26;

    private final Figures figures;
    private final CrossFigures cross;
    private final VolumeSpikes spikes;
    private final GroupNames names;
    private final Clock clock;
    private final ZoneId zone;

    FiguresPage(
            Figures figures,
            CrossFigures cross,
            VolumeSpikes spikes,
            GroupNames names,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.figures = figures;
        this.cross = cross;
        this.spikes = spikes;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String show(@ModelAttribute("query") FiguresQuery query, HttpServletRequest request, Model page) {
        Instant now = clock.instant();
        PeriodChoice period = query.period(zone, now);
        FigureGrouping by = query.rows();
        FigureGrouping across = query.columns();
        ConsoleLanguage language = ConsoleModel.language(request);
        FigureTable table = figures.table(period.now(), by, EnumSet.copyOf(COLUMNS));
        page.addAttribute("from", period.now().from());
        page.addAttribute("before", period.before().from());
        choices(query, period, by, across, language, page);
        page.addAttribute("grouping", by.key());
        page.addAttribute(
                "lines", FigureLine.of(table.total(), figures.total(period.before()), new FigureLinks(period.now())));
        page.addAttribute("columns", COLUMNS.stream().map(Figure::key).toList());
        page.addAttribute(
                "groups",
                table.rows().stream()
                        .map(row -> group(row, by, period.now(), language))
                        .toList());
        page.addAttribute("omitted", table.omitted());
        TimePeriod trend = trend(now, zone);
        page.addAttribute(
                "trend",
                figures.rows(trend, FigureGrouping.WEEK, TREND).stream()
                        .map(FiguresPage::week)
                        .toList());
        page.addAttribute(
                "rises",
                spikes.during(trend).stream()
                        .map(rise -> RiseLine.of(rise, names, zone, language))
                        .toList());
        if (across != null) {
            page.addAttribute(
                    "cross", CrossView.of(cross.table(period.now(), query.which(), by, across), names, language));
        }
        page.addAttribute("files", new FigureFiles(query));
        return "console/figures";
    }

    /** The weeks of the trend: half a year, with this week as the last. */
    static TimePeriod trend(Instant now, ZoneId zone) {
        Week first = Week.of(now, zone).plus(1 - TREND_WEEKS);
        return new TimePeriod(first.period(zone).from(), now.plusMillis(1));
    }

    private static void choices(
            FiguresQuery query,
            PeriodChoice period,
            FigureGrouping by,
            @Nullable FigureGrouping across,
            ConsoleLanguage language,
            Model page) {
        ConsoleTexts texts = ConsoleTexts.in(language);
        List<String> groupings = KeyedEnum.keys(FigureGrouping.class);
        page.addAttribute("periods", Choice.of(PeriodChoice.KEYS, key -> PeriodChoice.told(key, texts), period.key()));
        page.addAttribute("own", period.key().equals(PeriodChoice.DATES));
        page.addAttribute("groupings", Choice.of(groupings, key -> texts.text("figures.by." + key), by.key()));
        page.addAttribute(
                "acrosses",
                Choice.of(groupings, key -> texts.text("figures.by." + key), across == null ? null : across.key()));
        page.addAttribute(
                "choices",
                Choice.of(
                        KeyedEnum.keys(Figure.class),
                        key -> texts.text("figure." + key),
                        query.which().key()));
    }

    private static FigureWeek week(FigureRow row) {
        Double inTime = row.get(Figure.IN_TIME).value();
        return new FigureWeek(
                row.key(), row.received(), inTime == null ? "" : String.valueOf(Math.round(inTime * 100)));
    }

    private FigureGroup group(FigureRow row, FigureGrouping by, TimePeriod period, ConsoleLanguage language) {
        var links = new FigureLinks(period);
        return new FigureGroup(
                names.of(by, row.key(), language),
                COLUMNS.stream()
                        .map(figure -> FigureCell.of(row.get(figure), links.of(figure, by, row.key())))
                        .toList());
    }
}
