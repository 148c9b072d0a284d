package io.redress.console.account;

import io.redress.cli.qr.QrCode;
import io.redress.user.AuthenticatorSecret;
import io.redress.user.OwnAccount;
import io.redress.user.User;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Shows an authenticator app its secret, and afterwards the recovery codes, once. */
@Component
class SecondFactorPage {

    private static final String ISSUER = "Redress";

    private final OwnAccount account;

    SecondFactorPage(OwnAccount account) {
        this.account = account;
    }

    ModelAndView show(User user) {
        User begun = account.beginSecondFactor(user);
        AuthenticatorSecret secret = Objects.requireNonNull(begun.credentials().secret());
        byte[] picture = QrCode.of(secret.address(ISSUER, user.login())).svg().getBytes(StandardCharsets.UTF_8);
        return AccountView.page("second-factor")
                .addObject("secret", secret.base32().replaceAll("(.{4})(?!$)", "$1 "))
                .addObject(
                        "picture",
                        "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture));
    }

    ModelAndView codes(List<String> codes, String next) {
        return AccountView.page("recovery-codes").addObject("codes", codes).addObject("next", next);
    }
}
