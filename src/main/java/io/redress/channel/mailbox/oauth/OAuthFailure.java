package io.redress.channel.mailbox.oauth;

/** No access token was given; the mailbox's own password or server has nothing to do with it. */
public final class OAuthFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * What went wrong.
     *
     * @param problem in a sentence, without its full stop
     * @param remedy what an operator can do
     * @param words of the token server, without secrets
     */
    public OAuthFailure(String problem, String remedy, String words) {
        super(problem + (words.isEmpty() ? "" : ": " + words));
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
