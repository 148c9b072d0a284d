package io.redress.chaos;

/** The hub did not come up, or did not come back by itself. */
final class HubNotReady extends AssertionError {

    private static final long serialVersionUID = 1L;

    HubNotReady(String message) {
        super(message);
    }
}
