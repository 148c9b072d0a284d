package io.redress.channel.webform;

import io.redress.status.StatusLinks;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import org.jspecify.annotations.Nullable;

/** The hub's own complaint form, empty. Each one carries an idempotency key, so that two clicks make one ticket. */
public final class FormPage {

    private final FormResponses answers;

    public FormPage(Pages pages, StatusLinks links, FormGuard guard) {
        this.answers = new FormResponses(pages, links, guard);
    }

    /**
     * The form.
     *
     * @param template of {@code config/templates/pages}
     * @param path where it posts to
     */
    public PageResponse show(String template, String path, @Nullable String lang, @Nullable String acceptLanguage) {
        return answers.empty(template, path, Languages.best(lang, acceptLanguage));
    }
}
