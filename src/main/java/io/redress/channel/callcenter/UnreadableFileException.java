package io.redress.channel.callcenter;

/** A file that cannot be read as calls at all, or not to its end; the message tells an operator what to do. */
final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String problem, String remedy) {
        super(problem + " → " + remedy);
    }

    UnreadableFileException(String problem, String remedy, Throwable cause) {
        super(problem + " → " + remedy, cause);
    }
}
