package io.redress.app.http;

import org.apache.catalina.connector.ClientAbortException;

/**
 * The web server reads no more of a body. Its sender has been answered; what else would be answered is dropped, and the web
 * server makes no error page, as for a client that went away.
 */
final class BodyRefused extends ClientAbortException {

    private static final long serialVersionUID = 1L;

    BodyRefused(Refusal why) {
        super(why.reason());
    }
}
