package io.redress.figures.report.pdf;

import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import io.redress.reply.MessageContent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The weekly report as XSL-FO. */
public final class WeeklyDocument {

    private static final String TEMPLATE = "weekly.fo.ftlx";

    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    private final PrintFont font;

    public WeeklyDocument(PrintFont font) {
        this.font = font;
        templates.setClassForTemplateLoading(WeeklyDocument.class, "");
        templates.setOutputFormat(XMLOutputFormat.INSTANCE);
        templates.setDefaultEncoding("UTF-8");
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
    }

    /**
     * The document of a week.
     *
     * @param report what the mail says, too
     * @param texts the words around it, by key
     * @throws MissingFontException when it could not be read: it has Chinese characters, and no font does
     */
    public String of(MessageContent report, UnaryOperator<String> texts) {
        boolean[] lacking = new boolean[1];
        TemplateMethodModelEx runs = arguments -> {
            String text = String.valueOf(arguments.get(0));
            lacking[0] |= !font.isChinese() && font.lacks(text);
            return font.runs(text);
        };
        TemplateMethodModelEx words = arguments -> texts.apply(String.valueOf(arguments.get(0)));
        var document = new StringWriter();
        try {
            templates
                    .getTemplate(TEMPLATE)
                    .process(
                            Map.of("runs", runs, "t", words, "texts", report.texts(), "lists", report.lists()),
                            document);
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + TEMPLATE + " cannot be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + TEMPLATE + " is wrong: " + e.getMessage(), e);
        }
        if (lacking[0]) {
            throw new MissingFontException();
        }
        return document.toString();
    }
}
