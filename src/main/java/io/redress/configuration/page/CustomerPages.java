package io.redress.configuration.page;

import io.redress.status.StatusFiles;
import io.redress.status.StatusPage;
import io.redress.web.ChannelResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which customers follow a ticket. */
@RestController
public class CustomerPages {

    private final StatusPage status;
    private final StatusFiles files;

    CustomerPages(StatusPage status, StatusFiles files) {
        this.status = status;
        this.files = files;
    }

    /** A photo that the customer sent. */
    @GetMapping("/tickets/{number}/files/{place}")
    ResponseEntity<byte[]> file(
            @PathVariable("number") String number,
            @PathVariable("place") String place,
            @RequestParam(name = "token", required = false) @Nullable String token) {
        return response(files.get(number, token, place));
    }

    @GetMapping("/tickets/{number}")
    ResponseEntity<byte[]> status(
            @PathVariable("number") String number,
            @RequestParam(name = "token", required = false) @Nullable String token,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "sent", required = false) @Nullable String sent,
            @RequestHeader(name = "Accept", required = false) @Nullable String accept,
            @RequestHeader(name = "Accept-Language", required = false) @Nullable String acceptLanguage) {
        return response(status.show(number, token, lang, accept, acceptLanguage, "true".equals(sent)));
    }

    /** An answer as Spring sends it. */
    static ResponseEntity<byte[]> response(ChannelResponse pageResponse) {
        var response = ResponseEntity.status(pageResponse.status()).header("Vary", "Accept, Accept-Language");
        pageResponse.headers().forEach(response::header);
        return response.body(pageResponse.content());
    }
}
