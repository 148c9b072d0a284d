package io.redress.channel.webform.origin;

/** What stands among allowed origins and is not one. */
public final class InvalidOrigin extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    InvalidOrigin(String written, String remedy) {
        super("'" + written + "' is not an origin of a site: " + remedy);
        this.problem = "'" + written + "' is not an origin of a site";
        this.remedy = remedy;
    }

    public String problem() {
        return problem;
    }

    /** How to write it. */
    public String remedy() {
        return remedy;
    }
}
