package io.redress.configuration.page;

import io.redress.survey.page.OptOutPage;
import io.redress.survey.page.SurveyPage;
import io.redress.web.PageResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages on which customers answer surveys and decline them. */
@RestController
@RequestMapping("/surveys/{token}")
class SurveyPages {

    private static final String ACCEPT_LANGUAGE = "Accept-Language";

    private final SurveyPage survey;
    private final OptOutPage optOut;
    private final TransactionOperations transaction;

    SurveyPages(SurveyPage survey, OptOutPage optOut, TransactionOperations transaction) {
        this.survey = survey;
        this.optOut = optOut;
        this.transaction = transaction;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            @PathVariable("token") String token,
            @RequestParam(name = "score", required = false) @Nullable String score,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return CustomerPages.response(survey.show(token, score, lang, acceptLanguage));
    }

    @PostMapping
    ResponseEntity<byte[]> answer(
            @PathVariable("token") String token,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return whole(() -> survey.submit(token, fields, fields.get("lang"), acceptLanguage));
    }

    @GetMapping("/opt-out")
    ResponseEntity<byte[]> ask(
            @PathVariable("token") String token,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return CustomerPages.response(optOut.show(token, lang, acceptLanguage));
    }

    @PostMapping("/opt-out")
    ResponseEntity<byte[]> decline(
            @PathVariable("token") String token,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return whole(() -> optOut.submit(token, lang, acceptLanguage));
    }

    private ResponseEntity<byte[]> whole(Supplier<PageResponse> work) {
        return CustomerPages.response(Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
