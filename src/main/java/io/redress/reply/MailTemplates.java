package io.redress.reply;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The mails that customers get, as Freemarker templates of a folder: {@code <mail>.<language>.txt.ftl}, whose first line
 * is the subject, and {@code <mail>.<language>.html.ftl}, in which values are escaped; and their short forms for chats.
 */
public final class MailTemplates {

    public static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en");

    private final Path folder;
    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);

    /** A mail's words. */
    record Words(String subject, String text, String html) {}

    /** @throws InvalidConfiguration when there is no such folder */
    public MailTemplates(Path folder) {
        this.folder = folder;
        var html = new TemplateConfiguration();
        html.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setTemplateConfigurations(
                new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher("*.html.ftl"), html));
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        try {
            freemarker.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException e) {
            throw new InvalidConfiguration(
                    List.of(new Finding(folder, 0, "there is no such folder", "create it with the mail templates")));
        }
    }

    /**
     * Fills the templates of a mail.
     *
     * @throws InvalidConfiguration naming file and line when a template is missing, broken, or asks for a value that is not
     *     in {@code values}
     */
    Words fill(String mail, String language, Map<String, ?> values) {
        String text = fill(mail + "." + language + ".txt.ftl", values);
        String subject = text.lines().findFirst().orElse("").strip();
        String body = text.lines()
                        .skip(1)
                        .reduce("", (lines, line) -> lines + line + "\n")
                        .strip() + "\n";
        return new Words(subject, body, fill(mail + "." + language + ".html.ftl", values));
    }

    /** Fills {@code <message>.<language>.chat.ftl}, the short form for chats; errors as in {@link #fill}. */
    String fillChat(String message, String language, Map<String, ?> values) {
        return fill(message + "." + language + ".chat.ftl", values).strip();
    }

    /** What is wrong with the templates of a message, given values like those it will get. */
    List<Finding> findings(MessageTemplate message, Map<String, ?> sample) {
        var findings = new ArrayList<Finding>();
        for (String language : LANGUAGES) {
            try {
                fill(message.name(), language, sample);
                if (message.chat()) {
                    fillChat(message.name(), language, sample);
                }
            } catch (InvalidConfiguration e) {
                findings.addAll(e.findings());
            }
        }
        return findings;
    }

    private String fill(String name, Map<String, ?> values) {
        var out = new StringWriter();
        try {
            freemarker.getTemplate(name).process(values, out);
            return out.toString();
        } catch (ParseException e) {
            throw invalid(name, e.getLineNumber(), firstLine(e.getEditorMessage()), "fix the template at this line");
        } catch (InvalidReferenceException e) {
            String asked = String.valueOf(e.getBlamedExpressionString());
            throw invalid(
                    name,
                    e.getLineNumber() == null ? 0 : e.getLineNumber(),
                    "'" + asked + "' has evaluated to null or missing",
                    Suggestion.remedy(asked, values.keySet())
                            + "; what is not always there is asked for with ?has_content");
        } catch (TemplateException e) {
            Integer line = e.getLineNumber();
            throw invalid(
                    name,
                    line == null ? 0 : line,
                    firstLine(e.getMessageWithoutStackTop()),
                    "use one of " + values.keySet());
        } catch (IOException e) {
            throw invalid(name, 0, "cannot be read: " + e, "create the file, in UTF-8, readable for the hub");
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private InvalidConfiguration invalid(String name, int line, String problem, String remedy) {
        return new InvalidConfiguration(List.of(new Finding(folder.resolve(name), line, problem, remedy)));
    }
}
