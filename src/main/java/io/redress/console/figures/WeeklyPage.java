package io.redress.console.figures;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.ParameterValue;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.console.ConsoleTexts;
import io.redress.desk.DeskCategories;
import io.redress.figures.Week;
import io.redress.figures.report.WeeklyReport;
import io.redress.figures.report.pdf.DocumentRenderer;
import io.redress.figures.report.pdf.MissingFontException;
import io.redress.figures.report.pdf.WeeklyDocument;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.reply.MessageContent;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The weekly report that goes by mail, of any week, as a page and as PDF. */
@Controller
@RequiresPermission(Permission.FIGURES_READ)
class WeeklyPage {

    static final String PATH = "/console/figures/weekly";

    private static final Logger LOG = LoggerFactory.getLogger(WeeklyPage.class);
    private static final int AT_ONCE = 2;
    private static final int FIRST_YEAR = 2000;

    private final WeeklyReport report;
    private final WeeklyDocument document;
    private final DocumentRenderer renderer;
    private final DeskCategories categories;
    private final Clock clock;
    private final ZoneId zone;
    private final Semaphore places = new Semaphore(AT_ONCE);

    WeeklyPage(
            WeeklyReport report,
            WeeklyDocument document,
            DocumentRenderer renderer,
            DeskCategories categories,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.report = report;
        this.document = document;
        this.renderer = renderer;
        this.categories = categories;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param week such as {@code 2026-W48}; the last whole one without it */
    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String show(
            @RequestParam(name = "week", required = false) @Nullable String week,
            HttpServletRequest request,
            Model page) {
        Week shown = week(week);
        page.addAttribute("report", content(shown, ConsoleModel.language(request)));
        page.addAttribute("week", shown.key());
        page.addAttribute("earlier", shown.plus(-1).key());
        page.addAttribute("later", shown.equals(now()) ? "" : shown.plus(1).key());
        page.addAttribute(
                "files",
                new FigureFiles(new FiguresQuery(
                        null,
                        shown.monday().toString(),
                        shown.monday().plusDays(6).toString(),
                        null,
                        null,
                        null)));
        return "console/weekly";
    }

    @GetMapping(path = PATH + ".pdf")
    ResponseEntity<byte[]> pdf(
            @RequestParam(name = "week", required = false) @Nullable String week,
            HttpServletRequest request,
            Principal reader) {
        Week shown = week(week);
        ConsoleLanguage language = ConsoleModel.language(request);
        if (!places.tryAcquire()) {
            throw ApiProblem.unavailable("There are " + AT_ONCE + " reports under way", "Try again in a moment.");
        }
        try {
            ConsoleTexts texts = ConsoleTexts.in(language);
            byte[] pdf = renderer.pdf(document.of(content(shown, language), key -> texts.text(key)));
            LOG.info("{} exported the report of week {}", reader.getName(), shown.key());
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"weekly-" + shown.key() + ".pdf\"")
                    .body(pdf);
        } catch (MissingFontException e) {
            throw ApiProblem.unavailable(String.valueOf(e.getMessage()), e.remedy());
        } finally {
            places.release();
        }
    }

    private MessageContent content(Week week, ConsoleLanguage language) {
        return report.of(week, key -> categories.title(key, language.customers()));
    }

    private Week now() {
        return Week.of(clock.instant(), zone);
    }

    private Week week(@Nullable String written) {
        String text = ParameterValue.text(written);
        if (text == null) {
            return now().plus(-1);
        }
        return Week.parse(text)
                .filter(week ->
                        week.monday().getYear() >= FIRST_YEAR && !week.monday().isAfter(now().monday()))
                .orElseThrow(() -> new InvalidParameterException(
                        "week",
                        "week must be one that has begun, such as "
                                + now().plus(-1).key()));
    }
}
