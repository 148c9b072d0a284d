package io.redress.channel.webform.body;

import io.redress.mapping.FieldProblem;

/**
 * What is wrong with a form, for its sender to fix. It never repeats a value.
 *
 * @param field as the form calls it; empty when the post as a whole is meant
 * @param code the page's text for it is {@code problem.<code>} in {@code config/templates/pages/messages.*.yaml}
 * @param problem in English, for programs' authors
 * @param about goes into the page's text; empty when it has no place for anything
 */
public record FormProblem(String field, String code, String problem, String remedy, String about) {

    public static FormProblem of(String field, String code, String problem, String remedy) {
        return new FormProblem(field, code, problem, remedy, "");
    }

    /** The same with what stands in the page's text for <code>{0}</code>, such as what was probably meant. */
    public FormProblem about(String what) {
        return new FormProblem(field, code, problem, remedy, what);
    }

    public static FormProblem of(FieldProblem problem) {
        String code = problem.code().key();
        boolean oneOfSeveral = problem.canonicalField().contains("|");
        return of(problem.sourceName(), oneOfSeveral ? "one-required" : code, problem.problem(), problem.remedy());
    }
}
