package io.redress.http;

import java.io.IOException;

/**
 * The web server reads no more of a body. Its sender has been answered; what else would be answered is dropped.
 */
final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    BodyRefused(RequestRejection why) {
        super(why.reason());
    }
}
