package io.redress.simulation;

import java.util.List;

/** Results as a page. */
public final class ResultPage {

    private ResultPage() {}

    /** @param results one, or two of the same customers */
    public static String of(List<SimulationResult> results) {
        return String.join("\n", ResultTable.lines(results));
    }
}
