package io.redress.channel.webform;

import io.redress.channel.webform.origin.RequestOrigin;
import io.redress.handoff.BlobStore;
import io.redress.handoff.HandOff;
import io.redress.handoff.TicketNumbers;
import io.redress.intake.RawMessage;
import io.redress.mapping.Mappings;
import io.redress.status.StatusAccess;
import io.redress.status.StatusLinkStates.LinkState;
import io.redress.status.StatusLinks;
import io.redress.status.StatusToken;
import io.redress.testing.SetClock;
import io.redress.web.PageResponse;
import io.redress.web.Pages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The shipped form and its page, without routes: what a browser gets, fills in and sends. */
final class FormFixture {

    static final String PATH = "/complaints";

    final SetClock clock = new SetClock(Instant.parse("2026-11-28T08:00:00Z"));
    final Pages pages = Pages.in(Path.of("config/templates/pages"));

    private final String checks;
    private final FormPage page;
    private final WebForm form;

    FormFixture(String checks) {
        this(checks, false, null, null);
    }

    FormFixture(String checks, boolean consent, @Nullable Captcha captcha, @Nullable CaptchaWidget widget) {
        this.checks = checks;
        var links = new StatusLinks(URI.create("https://help.example.com"), new StatusToken(new byte[32]));
        var guard = FormGuards.of(pages, clock, consent, captcha, widget);
        try {
            var blobs = new BlobStore(Files.createTempDirectory("form-kit"));
            var handOff = new HandOff(new TicketNumbers(() -> 7, new byte[32], clock), blobs, clock);
            this.page = new FormPage(pages, links, guard, Set.of());
            this.form = new WebForm(
                    Mappings.read(Path.of("config/mappings")),
                    handOff,
                    new InMemoryReservedNumbers(clock),
                    pages,
                    links,
                    guard,
                    new NetworkDigest(FormGuards.SIGNATURES),
                    new FollowUpAccess(
                            new StatusAccess(new StatusToken(new byte[32]), number -> new LinkState(0, true)),
                            number -> Optional.empty()),
                    clock,
                    java.time.Duration.ofMinutes(10));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The page that a browser opens. */
    PageResponse open() {
        return page.show(
                channel(),
                PATH + "/new",
                new FormLink("en", null, null, null, false),
                new RequestOrigin(null, false, false));
    }

    /** What stands in the fields of a page, filled with a complaint. */
    Map<String, String> filled(PageResponse page) {
        Map<String, String> fields = fields(page);
        fields.put("text", "The fridge does not cool");
        fields.put("email", "li@example.com");
        return fields;
    }

    static Map<String, String> fields(PageResponse page) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var field : document(page).select("form [name]:not([type=file]):not([type=checkbox])")) {
            fields.put(field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val());
        }
        return fields;
    }

    /** A raw message, or the answer that refuses the form. */
    Object send(Map<String, String> fields) {
        return send(fields, "203.0.113.7", Map.of());
    }

    Object send(Map<String, String> fields, String client, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(body, "application/x-www-form-urlencoded", client, headers);
    }

    Object send(String body, String contentType, String client, Map<String, String> headers) {
        Map<String, Object> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", contentType);
        all.putIfAbsent("Accept", "text/html");
        all.put("lang", "en");
        return form.receive(
                channel().request(all, client), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the sender of a form that was taken in is told, on a page or in JSON. */
    PageResponse accepted(boolean html, RawMessage message) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", html ? "text/html" : "application/json");
        return form.accepted(channel().request(headers, "203.0.113.7"), message);
    }

    private FormChannel channel() {
        return FormChannel.of(
                "complaint-form", PATH, "complaint-form", "UTF-8", "complaint-form", 1 << 20, 3, "image/png", checks);
    }

    static Document document(Object answer) {
        return Jsoup.parse(new String(((PageResponse) answer).content(), StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
