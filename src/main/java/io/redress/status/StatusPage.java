package io.redress.status;

import io.redress.standing.TicketAction;
import io.redress.status.CustomerView.State;
import io.redress.status.CustomerView.Step;
import io.redress.status.StatusAccess.Link;
import io.redress.web.AcceptHeader;
import io.redress.web.Languages;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page on which a customer sees what became of a complaint. */
public final class StatusPage {

    private final Pages pages;
    private final StatusAccess access;
    private final StatusLinks links;
    private final CustomerViews views;
    private final CustomerEntries messages;
    private final AddedFiles files;
    private final ZoneId zone;

    /** {@code zone}: of the shop; the page shows its times with their offset. */
    public StatusPage(
            Pages pages,
            StatusAccess access,
            StatusLinks links,
            CustomerViews views,
            CustomerEntries messages,
            AddedFiles files,
            ZoneId zone) {
        this.pages = pages;
        this.access = access;
        this.links = links;
        this.views = views;
        this.messages = messages;
        this.files = files;
        this.zone = zone;
    }

    /**
     * Shows a ticket. An unknown number, a wrong token and a link that ended or was withdrawn get the same answer.
     *
     * @param number as typed; small letters and the look-alikes o, i, l are read as meant
     * @param sent whether the customer has just added something
     */
    public PageResponse show(
            String number,
            @Nullable String token,
            @Nullable String lang,
            @Nullable String accept,
            @Nullable String acceptLanguage,
            boolean sent) {
        String language = Languages.best(lang, acceptLanguage);
        boolean html = AcceptHeader.prefersHtml(accept);
        Optional<Link> link = access.allowed(number, token, TicketAction.SEE_STATUS);
        if (link.isEmpty()) {
            return html
                    ? pages.page(
                            404,
                            "status-unknown",
                            language,
                            Map.of(
                                    "here", links.path("/tickets/unknown?"),
                                    "ask", links.path("/status/link?lang=" + language)))
                    : PageResponse.problem(
                            404,
                            Map.of(
                                    "title",
                                    "No such ticket",
                                    "status",
                                    404,
                                    "detail",
                                    "No ticket has this number and token."));
        }
        String told = link.get().number();
        var view = views.find(told).orElseGet(() -> CustomerView.onItsWay(told));
        return html ? page(view, link.get(), language, sent) : json(view);
    }

    private PageResponse page(CustomerView view, Link link, String language, boolean sent) {
        String told = link.number();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("number", view.number());
        model.put("told", told);
        model.put("here", links.here(told, link.generation()));
        model.put("callbackPage", links.callbackPath(told, link.generation()) + "&lang=" + language);
        model.put("formPage", links.path("/complaints/new?lang=" + language));
        model.put("state", key(view.state()));
        model.put("fresh", view.state() == State.RECEIVED && !sent);
        model.put("sent", sent);
        var shown = new SentMessageModel(links, link, at -> time(at, language));
        model.put("messages", shown.of(messages.of(told)));
        model.put("add", links.messages(told, link.generation()) + "&lang=" + language);
        files.limits().ifPresent(limits -> model.put("limits", limits));
        model.put("key", UUID.randomUUID().toString());
        put(
                model,
                "category",
                view.category().getOrDefault(language, view.category().get("en")));
        put(model, "receivedAt", time(view.receivedAt(), language));
        put(model, "answerBy", time(view.answerBy(), language));
        model.put(
                "steps", shown(view, language).map(step -> step(step, language)).toList());
        return pages.page(200, "status", language, model).withPictures();
    }

    private Stream<Step> shown(CustomerView view, String language) {
        return view.steps().stream().filter(step -> pages.text(language, "event." + step.what()) != null);
    }

    private Map<String, Object> step(Step step, String language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        put(shown, "at", time(step.at(), language));
        put(shown, "words", pages.text(language, "event." + step.what()));
        put(shown, "note", step.note());
        return shown;
    }

    private @Nullable Map<String, String> time(@Nullable Instant at, String language) {
        if (at == null) {
            return null;
        }
        var local = at.atZone(zone);
        String pattern = language.equals("en") ? "d MMMM yyyy, HH:mm (OOOO)" : "yyyy年M月d日 HH:mm (OOOO)";
        return Map.of(
                "machine", at.toString(),
                "words", DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local));
    }

    private PageResponse json(CustomerView view) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ticket", view.number());
        body.put("state", key(view.state()));
        put(
                body,
                "receivedAt",
                view.receivedAt() == null ? null : view.receivedAt().toString());
        put(body, "category", view.category().isEmpty() ? null : view.category());
        put(body, "answerBy", view.answerBy() == null ? null : view.answerBy().toString());
        body.put("steps", shown(view, "en").map(StatusPage::json).toList());
        return PageResponse.json(200, body);
    }

    private static Map<String, Object> json(Step step) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("at", step.at().toString());
        body.put("what", step.what());
        put(body, "note", step.note());
        return body;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static String key(State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
