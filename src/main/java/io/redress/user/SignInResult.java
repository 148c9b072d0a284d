package io.redress.user;

import java.time.Duration;

/** What became of a try to sign in. */
public sealed interface SignInResult {

    /** It was right. */
    record Admitted(User user) implements SignInResult {}

    /** Login, password or code is wrong, or the user may not sign in; which of these is not told. */
    record Refused() implements SignInResult {}

    /** Too many wrong tries: this one was not looked at. */
    record Paused(Duration pause) implements SignInResult {}

    /** Too many try at once: this one was not looked at. */
    record Busy() implements SignInResult {}
}
