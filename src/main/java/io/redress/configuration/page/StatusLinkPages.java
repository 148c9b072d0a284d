package io.redress.configuration.page;

import io.redress.handoff.SourceNetwork;
import io.redress.status.StatusLinkRequests;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a customer asks for a status link once more. */
@RestController
@RequestMapping("/status/link")
class StatusLinkPages {

    private final StatusLinkRequests requests;

    StatusLinkPages(StatusLinkRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String acceptLanguage) {
        return CustomerPages.response(requests.show(lang, acceptLanguage));
    }

    @PostMapping(consumes = "application/x-www-form-urlencoded")
    ResponseEntity<byte[]> ask(
            @RequestParam(name = "number", required = false) @Nullable String number,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String acceptLanguage,
            HttpServletRequest request) {
        String network = SourceNetwork.of(request.getRemoteAddr());
        return CustomerPages.response(requests.ask(number, network, lang, acceptLanguage));
    }
}
