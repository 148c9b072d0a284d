package io.redress.console.account;

import io.redress.user.UserRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page of this package, and the same page again with why it did not do what was asked of it. */
final class AccountView {

    private AccountView() {}

    /** @param template of the folder {@code console/account} */
    static ModelAndView page(String template) {
        return new ModelAndView("console/account/" + template);
    }

    static ModelAndView refused(ModelAndView page, UserRefused why) {
        return problem(page, HttpStatus.BAD_REQUEST, "refused." + why.reason(), "");
    }

    /**
     * The page that says what went wrong.
     *
     * @param key of the text
     * @param value what stands in the text for <code>{0}</code>
     */
    static ModelAndView problem(ModelAndView page, HttpStatus status, String key, Object value) {
        page.setStatus(status);
        return page.addObject("problem", key).addObject("problemValue", value);
    }
}
