package io.redress.audit;

import io.redress.user.AccountEvent;
import io.redress.user.AccountEvents;

/**
 * Takes down sign-ins, what people change of their own access, and what their provider does. What administrators change of
 * others is an operation of the API or a page, and is taken down as such.
 */
public final class AuditedAccountEvents implements AccountEvents {

    private static final String SOMEWHERE = "";

    private final SignInAudit audit;
    private final AuditLog log;

    public AuditedAccountEvents(SignInAudit audit, AuditLog log) {
        this.audit = audit;
        this.log = log;
    }

    @Override
    public void happened(AccountEvent event) {
        String login = event.login();
        String address = event.address() == null ? SOMEWHERE : event.address();
        String what = event.detail() == null ? event.what().key() : event.what().key() + ", " + event.detail();
        if (event.what().isRefusal()) {
            audit.refused(login, address, what);
        } else if (login != null) {
            switch (event.what()) {
                case SIGNED_IN -> audit.signedIn(login, address, what);
                case SIGNED_OUT, SESSIONS_ENDED -> audit.signedOut(login, address, what);
                default -> own(event, login, address, what);
            }
        }
    }

    private void own(AccountEvent event, String login, String address, String what) {
        if (event.by() == null || login.equals(event.by()) || event.isByProvider()) {
            log.write(AuditEntry.of(
                    event.at(), AuditActor.person(login), address, AuditActs.ACCOUNT, AuditOutcome.DONE, what));
        }
    }
}
