package io.redress.console.figures;

import io.redress.api.ParameterValue;
import io.redress.api.figures.FigureSheet;
import io.redress.api.figures.FigureSheets;
import io.redress.figures.FigureGrouping;
import io.redress.figures.Figures;
import io.redress.figures.TimePeriod;
import io.redress.figures.detail.CrossFigures;
import io.redress.figures.detail.FigureDetails;
import io.redress.figures.rise.VolumeSpikes;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Each table of the figures as a file. */
@Controller
@RequiresPermission(Permission.FIGURES_READ)
class FigureFilesPage {

    static final String PATH = "/console/figures/export";
    static final List<String> TABLES = List.of("compared", "groups", "cross", "trend", "rises", "arrivals");

    private static final Logger LOG = LoggerFactory.getLogger(FigureFilesPage.class);

    private final Figures figures;
    private final CrossFigures cross;
    private final FigureDetails details;
    private final VolumeSpikes spikes;
    private final Clock clock;
    private final ZoneId zone;

    FigureFilesPage(
            Figures figures,
            CrossFigures cross,
            FigureDetails details,
            VolumeSpikes spikes,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.figures = figures;
        this.cross = cross;
        this.details = details;
        this.spikes = spikes;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param table which one; by groups without it
     * @param format {@code csv}, which is also meant without it, or {@code xlsx}
     */
    @GetMapping(PATH)
    ResponseEntity<byte[]> export(
            @ModelAttribute("query") FiguresQuery query,
            @RequestParam(name = "table", required = false) @Nullable String table,
            @RequestParam(name = "format", required = false) @Nullable String format,
            Principal reader) {
        String which = Objects.requireNonNullElse(ParameterValue.oneOf("table", table, TABLES), "groups");
        boolean workbook = "xlsx".equals(ParameterValue.oneOf("format", format, List.of("csv", "xlsx")));
        Instant now = clock.instant();
        FigureSheet sheet = sheet(which, query, query.period(zone, now), FiguresPage.trend(now, zone));
        LOG.info(
                "{} exported figures: {} with {} lines",
                reader.getName(),
                which,
                sheet.lines().size());
        return sheet.answer(workbook);
    }

    private FigureSheet sheet(String which, FiguresQuery query, PeriodChoice period, TimePeriod trend) {
        return switch (which) {
            case "compared" -> FigureSheets.compared(figures.total(period.now()), figures.total(period.before()));
            case "cross" ->
                FigureSheets.of(cross.table(
                        period.now(),
                        query.which(),
                        query.rows(),
                        Objects.requireNonNullElse(query.columns(), FigureGrouping.CHANNEL)));
            case "trend" -> FigureSheets.of(figures.table(trend, FigureGrouping.WEEK, FiguresPage.TREND));
            case "rises" -> FigureSheets.of(spikes.during(trend));
            case "arrivals" -> FigureSheets.of(details.arrivals(period.now()));
            default -> FigureSheets.of(figures.table(period.now(), query.rows(), EnumSet.copyOf(FiguresPage.COLUMNS)));
        };
    }
}
