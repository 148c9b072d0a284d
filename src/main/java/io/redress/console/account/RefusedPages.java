package io.redress.console.account;

import io.redress.user.PasswordHashes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** A page, in place of the API's problem details, for those who may not see what they ask for. */
@ControllerAdvice(basePackageClasses = RefusedPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPages {

    private final AccountView view;

    RefusedPages(AccountView view) {
        this.view = view;
    }

    @ExceptionHandler
    ModelAndView busy(PasswordHashes.Busy error, HttpServletRequest request) {
        return view.problem(view.page(request, "refused"), HttpStatus.SERVICE_UNAVAILABLE, "login.busy");
    }

    @ExceptionHandler
    ModelAndView refused(ErrorResponseException error, HttpServletRequest request) {
        HttpStatus status = Objects.requireNonNullElse(
                HttpStatus.resolve(error.getStatusCode().value()), HttpStatus.BAD_REQUEST);
        ModelAndView page = view.page(request, "refused");
        return status == HttpStatus.FORBIDDEN
                ? view.problem(page, status, "refused.permission")
                        .addObject("detail", error.getBody().getDetail())
                : view.problem(page, status, "refused.page");
    }
}
