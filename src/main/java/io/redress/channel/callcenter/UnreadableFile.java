package io.redress.channel.callcenter;

/** A file that cannot be read as calls at all, or not to its end; the message tells an operator what to do. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String problem, String remedy) {
        super(problem + " → " + remedy);
    }

    UnreadableFile(String problem, String remedy, Throwable cause) {
        super(problem + " → " + remedy, cause);
    }
}
