package io.redress.failure;

/**
 * A message that will never be read as what its queue is for. It goes to the dead letters at its first attempt, and into the
 * log as one line: its sender is at fault, so there is no stack to look at.
 */
public final class UnreadableMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong, without values of the message: it goes into the log
     * @param remedy what its sender, or an operator, can do
     */
    public UnreadableMessageException(String reason, String remedy) {
        super(reason, null, false, false);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
