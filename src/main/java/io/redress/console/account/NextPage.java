package io.redress.console.account;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before they signed in. */
final class NextPage {

    /** Without a wish. */
    static final String START = "/console";

    private static final int LONGEST = 1_000;
    /** A page of the console, and nothing that a browser could take for another site. */
    private static final Pattern PAGE =
            Pattern.compile("/console(?:/(?!/)(?:[A-Za-z0-9._~%-]+/?)*)?(?:\\?[A-Za-z0-9._~%&=+:,-]*)?");

    private static final Pattern UP = Pattern.compile("/(?:\\.|%2e)", Pattern.CASE_INSENSITIVE);

    private NextPage() {}

    /** The wish, if it is a page of the console; else the start. */
    static String of(@Nullable String wish) {
        return wish != null
                        && wish.length() <= LONGEST
                        && PAGE.matcher(wish).matches()
                        && !UP.matcher(wish).find()
                        && !wish.startsWith("/console/login")
                        && !wish.startsWith("/console/logout")
                ? wish
                : START;
    }
}
