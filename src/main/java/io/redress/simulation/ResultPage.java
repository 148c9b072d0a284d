package io.redress.simulation;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Results as one HTML page with charts: it needs no script and nothing from elsewhere. */
public final class ResultPage {

    private static final Configuration TEMPLATES = templates();

    private ResultPage() {}

    /** @param results one, or two of the same customers */
    public static String of(List<SimulationResult> results) {
        var page = new StringWriter();
        try {
            TEMPLATES
                    .getTemplate("result.ftlh")
                    .process(
                            Map.of(
                                    "what", ResultTable.what(results),
                                    "configs",
                                            results.stream()
                                                    .map(SimulationResult::config)
                                                    .toList(),
                                    "charts",
                                            SectionComparison.of(results).stream()
                                                    .map(SectionChart::of)
                                                    .toList()),
                            page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page of a result cannot be made", e);
        }
        return page.toString();
    }

    private static Configuration templates() {
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ResultPage.class, "");
        configuration.setDefaultEncoding("UTF-8");
        return configuration;
    }
}
