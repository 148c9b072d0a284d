package io.redress.console;

import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.ledger.ticket.TicketList;
import io.redress.user.PasswordHashes;
import io.redress.user.UserRefused;
import jakarta.jms.JMSException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** Gives every error of the console as a page that says what to do; what went wrong inside stays in the log. */
@ControllerAdvice("io.redress.console")
@Order(0)
class ConsoleErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

    private final ConsoleModel frame;

    ConsoleErrors(ConsoleModel frame) {
        this.frame = frame;
    }

    @ExceptionHandler
    ModelAndView badParameter(InvalidParameterException error, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, "error.invalid", error.getMessage(), null);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, RequestRejectedException.class})
    ModelAndView unreadable(Exception error, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, "error.invalid", null, null);
    }

    @ExceptionHandler
    ModelAndView notThere(NotFoundException error, HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, "error.missing", error.getMessage(), null);
    }

    @ExceptionHandler
    ModelAndView tookTooLong(TicketList.TookTooLong error, HttpServletRequest request) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "error.slow", null, null);
    }

    /** Such as a permission that is lacking, or a state that does not allow what was asked for. */
    @ExceptionHandler
    ModelAndView refused(ErrorResponseException error, HttpServletRequest request) {
        Map<String, Object> more = error.getBody().getProperties();
        Object remedy = more == null ? null : more.get("remedy");
        boolean forbidden = error.getStatusCode().isSameCodeAs(HttpStatus.FORBIDDEN);
        return page(
                request,
                error.getStatusCode(),
                forbidden ? "error.forbidden" : "error.refused",
                error.getBody().getDetail(),
                remedy == null ? null : remedy.toString());
    }

    @ExceptionHandler
    ModelAndView refused(UserRefused error, HttpServletRequest request) {
        boolean unknown = error.reason() == UserRefused.Reason.UNKNOWN_USER;
        return page(
                request,
                unknown ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
                "refused." + error.reason(),
                null,
                null);
    }

    @ExceptionHandler
    ModelAndView busy(PasswordHashes.Busy error, HttpServletRequest request) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "login.busy", null, null);
    }

    @ExceptionHandler({DataAccessException.class, JMSException.class})
    ModelAndView away(Exception error, HttpServletRequest request) {
        LOG.error("the console could not read what it shows", error);
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "error.away", null, null);
    }

    @ExceptionHandler
    ModelAndView unexpected(RuntimeException error, HttpServletRequest request) {
        LOG.error("an unexpected error of the console", error);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "error.unexpected", null, null);
    }

    private ModelAndView page(
            HttpServletRequest request,
            HttpStatusCode status,
            String title,
            @Nullable String detail,
            @Nullable String remedy) {
        var model = new ExtendedModelMap();
        frame.frame(model, request);
        var page = new ModelAndView("console/error", model, status);
        page.addObject("key", title);
        page.addObject("code", status.value());
        page.addObject("detail", detail == null ? "" : detail);
        page.addObject("remedy", remedy == null ? "" : remedy);
        return page;
    }
}
