package io.redress.configuration.page;

import io.redress.channel.webform.FormChannel;
import io.redress.channel.webform.FormChannels;
import io.redress.channel.webform.FormLink;
import io.redress.channel.webform.FormPage;
import io.redress.channel.webform.FormScript;
import io.redress.channel.webform.origin.RequestOrigin;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the forms that run, and the script that puts them into pages of other sites. */
@RestController
public class FormPages {

    private final FormChannels forms;
    private final FormPage page;
    private final FormScript script;

    FormPages(FormChannels forms, FormPage page, FormScript script) {
        this.forms = forms;
        this.page = page;
        this.script = script;
    }

    /** The shipped form at its short address, whatever its channel is called. */
    @GetMapping("/complaints/new")
    ResponseEntity<byte[]> complaint(
            @RequestParam Map<String, String> query, @RequestHeader Map<String, String> headers) {
        return show(
                forms.at("/complaints").map(form -> form.orPage("complaint-form")), "/complaints/new", query, headers);
    }

    @GetMapping("/forms/{name}")
    ResponseEntity<byte[]> form(
            @PathVariable("name") String name,
            @RequestParam Map<String, String> query,
            @RequestHeader Map<String, String> headers) {
        return show(shown(name), "/forms/" + name, query, headers);
    }

    @GetMapping("/forms/{name}/form.js")
    ResponseEntity<byte[]> script(
            @PathVariable("name") String name,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        if (shown(name).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var answer = script.get(known);
        var response = ResponseEntity.status(answer.status());
        answer.headers().forEach(response::header);
        return response.body(answer.content());
    }

    private ResponseEntity<byte[]> show(
            Optional<FormChannel> form, String address, Map<String, String> query, Map<String, String> sent) {
        Map<String, String> headers = new HashMap<>();
        sent.forEach((header, value) -> headers.put(header.toLowerCase(Locale.ROOT), value));
        var link = new FormLink(
                query.get("lang"),
                headers.get("accept-language"),
                query.get(FormLink.STORE),
                query.get("order_no"),
                "true".equals(query.get("bare")));
        return form.map(found -> page.show(found, address, link, RequestOrigin.of("GET", headers)))
                .map(CustomerPages::response)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** A form without a page of the hub's own stands on another site, whole. */
    private Optional<FormChannel> shown(String name) {
        return forms.named(name).filter(form -> !form.page().equals(FormChannel.NO_PAGE));
    }
}
