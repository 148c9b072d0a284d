package io.redress.audit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes down how persons sign in and out. */
public final class SignInAudit {

    private final AuditLog log;
    private final RefusedAttempts refused;
    private final Clock clock;

    public SignInAudit(AuditLog log, RefusedAttempts refused, Clock clock) {
        this.log = log;
        this.refused = refused;
        this.clock = clock;
    }

    /**
     * A person is let in. It is kept before the session begins.
     *
     * @param way such as {@code password and TOTP}
     * @throws RuntimeException when it was not kept: then nobody may be let in
     */
    public void signedIn(String login, String address, String way) {
        log.write(AuditEntry.of(
                clock.instant(), AuditActor.person(login), address, AuditActs.SIGN_IN, AuditOutcome.DONE, way));
    }

    /**
     * Somebody is not let in.
     *
     * @param login of a user that exists; null for any other, since it may be a password in the wrong field
     * @param reason without what was typed
     */
    public void refused(@Nullable String login, String address, String reason) {
        AuditActor actor = login == null ? AuditActor.UNKNOWN : AuditActor.person(login);
        refused.refused(AuditActs.SIGN_IN, actor, address, reason);
    }

    /** @param reason such as {@code by themselves}, {@code idle}, {@code disabled by wang.li} */
    public void signedOut(String login, String address, String reason) {
        log.write(AuditEntry.of(
                clock.instant(), AuditActor.person(login), address, AuditActs.SIGN_OUT, AuditOutcome.DONE, reason));
    }
}
