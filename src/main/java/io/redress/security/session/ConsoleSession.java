package io.redress.security.session;

import io.redress.user.SignInStep;
import io.redress.user.User;

/**
 * The session of a request.
 *
 * @param user as the user is kept now
 * @param codeGiven whether a right code was given in it
 * @param step what is still asked for; {@link SignInStep#DONE} when nothing is
 */
public record ConsoleSession(User user, boolean codeGiven, SignInStep step) {}
