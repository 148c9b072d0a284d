package io.redress.channel.webform;

import io.redress.channel.webform.body.Form;
import io.redress.channel.webform.body.FormProblem;
import io.redress.status.StatusAccess.Link;
import io.redress.status.StatusLinks;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says to a form's sender what became of it: to programs in JSON, to people on a page. */
final class FormResponses {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "The form cannot be accepted as it is",
            404, "No such ticket",
            403, "The form may not be sent from this site",
            413, "The form is too big",
            415, "The form is of a kind that is not read here",
            422, "The idempotency key was used for another form",
            429, "Too many forms",
            503, "The form could not be taken in");

    private final Pages pages;
    private final StatusLinks links;
    private final FormGuard guard;

    FormResponses(Pages pages, StatusLinks links, FormGuard guard) {
        this.pages = pages;
        this.links = links;
        this.guard = guard;
    }

    PageResponse accepted(FormRequest request, String number, String language) {
        if (request.html()) {
            return PageResponse.seeOther(links.path(number, language));
        }
        String status = links.url(number);
        return readable(
                request,
                PageResponse.json(202, Map.of("ticket", number, "status", status))
                        .withLocation(status));
    }

    /** For what came by a status page: back to it. */
    PageResponse added(FormRequest request, Link link, String language) {
        String number = link.number();
        return request.html()
                ? PageResponse.seeOther(links.path(number, link.generation(), language) + "&sent=true")
                : PageResponse.json(202, Map.of("ticket", number, "status", links.url(number, link.generation())));
    }

    /** What the sender can fix: the form again for people, with all that was written. */
    PageResponse problems(FormRequest request, int status, @Nullable Form form, List<FormProblem> problems) {
        String language = request.language(form);
        if (!request.html()) {
            PageResponse told = problem(status, language, problems.get(0).problem(), problems, stamp(request, form));
            return readable(request, told);
        }
        String page = request.channel().page();
        if (form == null || page.equals(FormChannel.NO_PAGE)) {
            return refusal(status, language, problems);
        }
        Map<String, List<String>> byField = new LinkedHashMap<>();
        problems.forEach(problem -> byField.computeIfAbsent(problem.field(), any -> new ArrayList<>())
                .add(words(language, problem)));
        String here = links.path(request.channel().path()) + "/new?";
        return page(status, request.channel(), here, language, values(form), byField, false);
    }

    /** What the sender can only try again or leave. */
    PageResponse refused(FormRequest request, int status, String detail, @Nullable Integer retryAfter) {
        PageResponse response = request.html()
                ? refusal(status, request.language(null), List.of())
                : problem(status, request.language(null), detail, List.of(), null);
        return readable(request, response.withRetryAfter(retryAfter));
    }

    /** By the page that sent the form, where its site may. */
    private static PageResponse readable(FormRequest request, PageResponse response) {
        return response.with(request.origin().headers(request.channel().origins()));
    }

    /** @param here address of the page, up to the language */
    PageResponse empty(FormChannel channel, String here, String language, Map<String, String> values, boolean bare) {
        return page(200, channel, here, language, values, Map.of(), bare);
    }

    private PageResponse page(
            int status,
            FormChannel channel,
            String here,
            String language,
            Map<String, String> values,
            Map<String, List<String>> errors,
            boolean bare) {
        Map<String, String> shown = new HashMap<>(values);
        String key = shown.merge(FormAttributes.KEY_FIELD, "", (old, none) -> old.strip());
        if (key.isEmpty()) {
            key = UUID.randomUUID().toString();
            shown.put(FormAttributes.KEY_FIELD, key);
        }
        String path = channel.path();
        shown.put(FormAttributes.STAMP_FIELD, guard.stamp(path, key, shown.get(FormAttributes.STAMP_FIELD)));
        Map<String, Object> model = new HashMap<>(guard.model(language));
        model.put("action", links.path(path));
        model.put("here", here);
        model.put("limits", channel.rules().shown());
        model.put("values", shown);
        model.put("errors", errors);
        if (bare) {
            model.put("style", "");
        }
        return pages.page(status, channel.page(), language, model).withScriptsOf(guard.origins());
    }

    private PageResponse refusal(int status, String language, List<FormProblem> problems) {
        // folders of earlier versions have no words for every status
        int worded = pages.text(language, "refused." + status + ".title") == null ? 400 : status;
        return pages.page(
                status,
                "form-refused",
                language,
                Map.of(
                        "status",
                        String.valueOf(worded),
                        "problems",
                        problems.stream()
                                .map(problem -> Map.of("field", problem.field(), "words", words(language, problem)))
                                .toList()));
    }

    private String words(String language, FormProblem problem) {
        String words = pages.text(language, "problem." + problem.code());
        return words != null ? words.replace("{0}", problem.about()) : problem.problem() + ": " + problem.remedy();
    }

    private static Map<String, String> values(Form form) {
        var values = new LinkedHashMap<String, String>();
        form.fields().forEach((name, all) -> values.put(name, all.get(0)));
        return values;
    }

    /** A stamp for the same form, which was given back to a page that stays open: it may have been open for too long. */
    private @Nullable String stamp(FormRequest request, @Nullable Form form) {
        String key = form == null ? null : form.first(FormAttributes.KEY_FIELD);
        String former = form == null ? null : form.first(FormAttributes.STAMP_FIELD);
        return key == null || former == null
                ? null
                : guard.stamp(request.channel().path(), key.strip(), former);
    }

    private PageResponse problem(
            int status, String language, String detail, List<FormProblem> problems, @Nullable String stamp) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", TITLES.getOrDefault(status, "The form cannot be accepted"));
        body.put("status", status);
        body.put("detail", detail);
        String message = pages.text(language, "refused." + status + ".text");
        if (message != null) {
            body.put("message", message);
        }
        if (stamp != null) {
            body.put(FormAttributes.STAMP_FIELD, stamp);
        }
        if (!problems.isEmpty()) {
            body.put(
                    "errors",
                    problems.stream()
                            .map(problem -> Map.of(
                                    "field", problem.field(),
                                    "problem", problem.problem(),
                                    "remedy", problem.remedy(),
                                    "message", words(language, problem)))
                            .toList());
        }
        return PageResponse.problem(status, body);
    }
}
