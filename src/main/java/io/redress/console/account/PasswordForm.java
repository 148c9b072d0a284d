package io.redress.console.account;

import io.redress.user.UserRefused;
import io.redress.user.UserRefused.Reason;

/** A new password is typed twice, as it is not seen. */
final class PasswordForm {

    private PasswordForm() {}

    /** @throws UserRefused when the two differ */
    static void checkTwice(String once, String again) {
        if (!once.equals(again)) {
            throw new UserRefused(Reason.PASSWORDS_DIFFER, "The two new passwords differ", "Type both again.");
        }
    }
}
