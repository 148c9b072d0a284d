package io.redress.console;

import io.redress.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Gives every page of the console what its layout needs: {@code console} (the frame), {@code t} and {@code words} (its texts) and
 * {@code times}.
 */
@ControllerAdvice("io.redress.console")
public class ConsoleModel {

    private final Clock clock;
    private final ZoneId zone;

    ConsoleModel(Clock clock, @Value("${redress.zone}") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The language that a request is answered in. */
    public static ConsoleLanguage language(HttpServletRequest request) {
        return ConsoleLanguage.of(request);
    }

    @ModelAttribute
    void frame(Model page, HttpServletRequest request) {
        ConsoleLanguage language = ConsoleLanguage.of(request);
        ConsoleTexts texts = ConsoleTexts.in(language);
        page.addAttribute(
                "console",
                new ConsoleFrame(language, CurrentActor.of(request.getUserPrincipal()), here(request), token(request)));
        page.addAttribute("t", texts);
        page.addAttribute("words", texts.words());
        page.addAttribute("times", new ConsoleTimes(zone, clock.instant(), texts));
    }

    /** The path as it is served, never a whole address; a form's own path is that of the page that it answers with. */
    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null || !request.getMethod().equals("GET") ? "" : "?" + query);
    }

    private static ConsoleFrame.@Nullable Token token(HttpServletRequest request) {
        Object found = request.getAttribute(CsrfToken.class.getName());
        return found instanceof CsrfToken token
                ? new ConsoleFrame.Token(token.getParameterName(), token.getToken())
                : null;
    }
}
