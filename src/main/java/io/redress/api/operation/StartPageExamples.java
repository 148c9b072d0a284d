package io.redress.api.operation;

import java.util.List;

/** What the first page suggests to try; only the sandbox has something. */
public record StartPageExamples(List<Example> examples) {

    public StartPageExamples {
        examples = List.copyOf(examples);
    }

    /**
     * @param title what it does, in a few words
     * @param command lines to paste into a shell
     */
    public record Example(String title, String command) {}
}
