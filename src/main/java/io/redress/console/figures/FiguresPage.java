package io.redress.console.figures;

import io.redress.api.ParameterValue;
import io.redress.console.Choice;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.desk.DeskCategories;
import io.redress.figures.Figure;
import io.redress.figures.FigureGrouping;
import io.redress.figures.FigureRow;
import io.redress.figures.FigureTable;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.ticket.KeyedEnum;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** How well complaints are handled: figures of the last days against targets and against as many days before. */
@Controller
@RequiresPermission(Permission.FIGURES_READ)
class FiguresPage {

    /** What a table by groups shows. */
    static final List<Figure> COLUMNS = List.of(
            Figure.RECEIVED,
            Figure.IN_TIME,
            Figure.FIRST_CONTACT,
            Figure.REOPENED,
            Figure.CSAT,
            Figure.RESOLUTION_MEDIAN);

    private static final List<String> DAYS = List.of("7", "30", "90", "365");
    private static final Duration TREND = Duration.ofDays(7 * 26);

    private final Figures figures;
    private final DeskCategories categories;
    private final Clock clock;
    private final ZoneId zone;

    FiguresPage(Figures figures, DeskCategories categories, Clock clock, @Value("${redress.zone}") ZoneId zone) {
        this.figures = figures;
        this.categories = categories;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param days how long the period is that ends now: 7, 30, 90 or 365
     * @param by what the second table is divided by
     */
    @GetMapping(path = "/console/figures", produces = "text/html;charset=UTF-8")
    String show(
            @RequestParam(name = "days", required = false) @Nullable String days,
            @RequestParam(name = "by", required = false) @Nullable String by,
            HttpServletRequest request,
            Model page) {
        String length = Objects.requireNonNullElse(ParameterValue.oneOf("days", days, DAYS), "30");
        String grouping = Objects.requireNonNullElse(
                ParameterValue.oneOf("by", by, KeyedEnum.keys(FigureGrouping.class)), FigureGrouping.CATEGORY.key());
        Instant now = clock.instant().plusMillis(1);
        Duration period = Duration.ofDays(Integer.parseInt(length));
        var current = new TimePeriod(now.minus(period), now);
        var before = new TimePeriod(current.from().minus(period), current.from());
        FigureTable table = figures.table(current, KeyedEnum.known(FigureGrouping.class, grouping));
        ConsoleLanguage language = ConsoleModel.language(request);
        ConsoleTexts texts = ConsoleTexts.in(language);
        page.addAttribute("from", current.from());
        page.addAttribute("before", before.from());
        page.addAttribute("days", Choice.of(DAYS, key -> texts.text("figures.days", key), length));
        page.addAttribute(
                "groupings",
                Choice.of(KeyedEnum.keys(FigureGrouping.class), key -> texts.text("figures.by." + key), grouping));
        page.addAttribute("grouping", grouping);
        page.addAttribute(
                "lines",
                FigureLine.of(table.total(), figures.table(before, null).total()));
        page.addAttribute("columns", COLUMNS.stream().map(Figure::key).toList());
        page.addAttribute(
                "groups",
                table.rows().stream()
                        .map(row -> group(row, grouping, current, language))
                        .toList());
        page.addAttribute(
                "trend",
                figures.table(new TimePeriod(now.minus(TREND), now), FigureGrouping.WEEK).rows().stream()
                        .map(FiguresPage::week)
                        .toList());
        return "console/figures";
    }

    private static FigureWeek week(FigureRow row) {
        Double inTime = row.get(Figure.IN_TIME).value();
        return new FigureWeek(
                row.key(), row.received(), inTime == null ? "" : String.valueOf(Math.round(inTime * 100)));
    }

    private FigureGroup group(FigureRow row, String grouping, TimePeriod period, ConsoleLanguage language) {
        String name = grouping.equals(FigureGrouping.CATEGORY.key())
                ? categories.title(row.key(), language.customers())
                : row.key();
        boolean listed = !row.key().isEmpty()
                && (grouping.equals(FigureGrouping.CATEGORY.key()) || grouping.equals(FigureGrouping.CHANNEL.key()));
        String address = listed
                ? UriComponentsBuilder.fromPath("/console/tickets")
                        .queryParam("list", "all")
                        .queryParam(grouping, "{group}")
                        .queryParam("from", period.from().atZone(zone).toLocalDate())
                        .encode()
                        .buildAndExpand(row.key())
                        .toUriString()
                : "";
        return new FigureGroup(
                name,
                address,
                COLUMNS.stream()
                        .map(figure ->
                                FigureLine.told(row.get(figure), row.get(figure).value()))
                        .toList());
    }
}
