package io.redress.user;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes them to the log: refusals as warnings. */
public final class LoggedAccountEvents implements AccountEvents {

    private static final Logger LOG = LoggerFactory.getLogger("io.redress.accounts");

    @Override
    public void happened(AccountEvent event) {
        String login = Objects.requireNonNullElse(event.login(), "unknown login");
        String by = event.by() == null || event.by().equals(event.login()) ? "" : " by " + event.by();
        String address = event.address() == null ? "" : " from " + event.address();
        String detail = event.detail() == null ? "" : ": " + event.detail();
        if (event.what().isRefusal()) {
            LOG.warn("{}: {}{}{}{}", event.what().key(), login, by, address, detail);
        } else {
            LOG.info("{}: {}{}{}{}", event.what().key(), login, by, address, detail);
        }
    }
}
