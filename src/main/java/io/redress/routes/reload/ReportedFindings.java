package io.redress.routes.reload;

import io.redress.configfile.Finding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was said already about a file: the edit of another one is no reason to say it again. */
final class ReportedFindings {

    private final Map<Path, List<Finding>> told = new HashMap<>();

    /** True when this has not been said about the file, or something else was said since. */
    boolean isNew(Path file, List<Finding> findings) {
        return !findings.equals(told.put(file, List.copyOf(findings)));
    }

    /** Forgets the files that nothing is wrong with any more. */
    void retain(Collection<Path> files) {
        told.keySet().retainAll(files);
    }

    static String words(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    }
}
