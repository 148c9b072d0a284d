package io.redress.console.account;

import io.redress.configfile.ReloadableRules;
import io.redress.identity.IdentityProvider;
import io.redress.identity.ProviderRefusal;
import io.redress.identity.SignInRules;
import io.redress.security.oidc.ProviderLogin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.commons.lang3.EnumUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The OpenID providers on the sign-in page, and what it says when one of them did not let somebody in. */
@Component
class ProviderButtons {

    private final ReloadableRules<SignInRules> rules;
    private final ProviderLogin login;

    ProviderButtons(ReloadableRules<SignInRules> signInRules, ProviderLogin login) {
        this.rules = signInRules;
        this.login = login;
    }

    /** A button. */
    public record Button(String key, String title) {}

    List<Button> all() {
        return rules.get().providers().values().stream()
                .map(provider -> new Button(provider.key(), provider.title()))
                .toList();
    }

    /** The page with what its address says that went wrong. */
    ModelAndView problem(ModelAndView page, HttpServletRequest request) {
        ProviderRefusal why = EnumUtils.getEnum(ProviderRefusal.class, request.getParameter("refused"));
        return why != null
                ? refused(page, String.valueOf(request.getParameter("provider")), why, HttpStatus.FORBIDDEN)
                : page;
    }

    ModelAndView unreachable(ModelAndView page, String provider) {
        return rules.get().providers().containsKey(provider)
                ? refused(page, provider, ProviderRefusal.UNREACHABLE, HttpStatus.BAD_GATEWAY)
                : refused(page, provider, ProviderRefusal.UNKNOWN_PROVIDER, HttpStatus.NOT_FOUND);
    }

    /** Where somebody who has just signed out of the hub signs out of their provider, too; empty when nowhere. */
    String signOutAddress(HttpServletRequest request) {
        String provider = request.getParameter("provider");
        return provider == null || request.getParameter("out") == null
                ? ""
                : login.signOutAddress(provider).orElse("");
    }

    /** What people call a provider; empty for one that there is not. */
    String title(@Nullable String key) {
        IdentityProvider provider = key == null ? null : rules.get().providers().get(key);
        return provider == null ? "" : provider.title();
    }

    private ModelAndView refused(ModelAndView page, String key, ProviderRefusal why, HttpStatus status) {
        return AccountView.problem(page, status, "provider." + why.name(), title(key));
    }
}
