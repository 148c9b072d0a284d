package io.redress.canary;

/** A channel cannot have canaries, or not as it is configured. */
public final class ImpossibleCanary extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    ImpossibleCanary(String problem, String remedy) {
        super(problem, null, false, false);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
