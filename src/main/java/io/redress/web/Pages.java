package io.redress.web;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.redress.configfile.folder.YamlFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The pages for customers: Freemarker templates of {@code config/templates/pages}, which escape every value, with the texts
 * of {@code messages.<language>.yaml} and one style sheet inside the page. A page loads nothing and runs no script, and its
 * Content-Security-Policy holds it to that.
 */
public final class Pages {

    private final Configuration templates;
    private final PageTexts texts;
    private final String style;
    private final String policy;

    private Pages(Configuration templates, PageTexts texts, String style) {
        this.templates = templates;
        this.texts = texts;
        this.style = style;
        this.policy = "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(DigestUtils.sha256(style))
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * Reads the texts and templates of a folder, and forgets them.
     *
     * @throws io.redress.configfile.InvalidConfiguration when a file is broken, or lacks a text that another has
     */
    public static void check(Path folder) {
        PageTexts.read(folder);
        PageTemplates.check(folder);
    }

    /** What {@link #check} reads. */
    public static List<Path> files(Path folder) {
        return Stream.concat(YamlFolder.files(folder).stream(), PageTemplates.files(folder).stream())
                .toList();
    }

    /**
     * Opens the folder of templates.
     *
     * @throws io.redress.configfile.InvalidConfiguration when texts are missing or a template is broken
     * @throws UncheckedIOException when the folder or its {@code style.css} cannot be read
     */
    public static Pages in(Path folder) {
        var templates = new Configuration(Configuration.VERSION_2_3_34);
        try {
            templates.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
            String style = Files.readString(folder.resolve("style.css"));
            templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
            templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
            templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            templates.setLogTemplateExceptions(false); // they would quote the customer
            templates.setLocalizedLookup(false);
            templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
            PageTemplates.check(folder);
            return new Pages(templates, PageTexts.read(folder), style);
        } catch (IOException e) {
            throw new UncheckedIOException("the page templates in " + folder + " cannot be read", e);
        }
    }

    /** A text of the pages, or null when there is none under that key. */
    public @Nullable String text(String language, String key) {
        return texts.in(language).get(key);
    }

    /**
     * A page.
     *
     * @param template name of the {@code .ftl} file, from configuration and never from a request
     * @param model what the template shows; {@code t} (texts), {@code language}, {@code languages} and, where it has none, {@code style} are added
     */
    public PageResponse page(int status, String template, String language, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put("t", texts.in(language));
        all.put("language", language);
        all.put("languages", Languages.ALL);
        all.putIfAbsent("style", style);
        try {
            var html = new StringWriter();
            templates.getTemplate(template + ".ftl").process(all, html);
            return PageResponse.page(status, html.toString().getBytes(StandardCharsets.UTF_8), policy, language);
        } catch (IOException e) {
            throw new UncheckedIOException("the page template " + template + " cannot be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page template " + template + " is broken", e);
        }
    }
}
