package io.redress.channel.webform.body;

/** Leaves a parser; {@link FormReader} makes an {@link UnreadableForm} of it. */
final class MalformedForm extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient UnreadableForm refusal;

    MalformedForm(FormProblem problem) {
        this(400, problem);
    }

    MalformedForm(String problem, String remedy) {
        this(400, FormProblem.of("", "malformed", problem, remedy));
    }

    MalformedForm(int status, FormProblem problem) {
        super(problem.problem());
        this.refusal = new UnreadableForm(status, problem);
    }

    UnreadableForm refusal() {
        return refusal;
    }
}
