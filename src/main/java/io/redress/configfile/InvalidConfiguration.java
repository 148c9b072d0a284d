package io.redress.configfile;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; it names every finding, so that one round of fixing is enough. */
public class InvalidConfiguration extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public InvalidConfiguration(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n", "\n", "")));
        this.findings = List.copyOf(findings);
    }

    /** @throws InvalidConfiguration unless nothing was found */
    public static void throwIfAny(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidConfiguration(findings);
        }
    }

    public List<Finding> findings() {
        return findings;
    }
}
