package io.redress.configuration.page;

import io.redress.callback.page.CallbackPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a customer chooses when to be called. */
@RestController
class CallbackPages {

    private final CallbackPage page;

    CallbackPages(CallbackPage page) {
        this.page = page;
    }

    @GetMapping("/tickets/{number}/callback")
    ResponseEntity<byte[]> show(
            @PathVariable("number") String number,
            @RequestParam(name = "token", required = false) @Nullable String token,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String acceptLanguage) {
        return CustomerPages.response(page.show(number, token, lang, acceptLanguage));
    }

    @PostMapping(path = "/tickets/{number}/callback", consumes = "application/x-www-form-urlencoded")
    ResponseEntity<byte[]> book(
            @PathVariable("number") String number,
            @RequestParam(name = "token", required = false) @Nullable String token,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "slot", required = false) @Nullable String slot,
            @RequestParam(name = "phone", required = false) @Nullable String phone,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String acceptLanguage) {
        return CustomerPages.response(page.book(number, token, lang, acceptLanguage, slot, phone));
    }
}
