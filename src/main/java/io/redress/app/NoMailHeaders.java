package io.redress.app;

import jakarta.mail.Message;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailBinding;
import org.apache.camel.support.DefaultHeaderFilterStrategy;

/**
 * Takes no headers out of a mail: the hub reads its bytes, and nothing of what a stranger wrote becomes a header of the
 * route. It also asks the server for no envelope, which some servers cannot give for a broken address: Camel's own
 * binding fails on such a mail at every poll, and it would stay in the mailbox for ever.
 */
public final class NoMailHeaders extends MailBinding {

    public NoMailHeaders() {
        super(new DefaultHeaderFilterStrategy(), null, false, false); // the body is the mail itself, not a part of it
    }

    @Override
    protected Map<String, Object> extractHeadersFromMail(Message mail, Exchange exchange) {
        return new HashMap<>();
    }
}
