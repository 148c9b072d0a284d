package io.redress.channel.chat.platform.stream;

import io.redress.channel.ChannelProblem;

/** No connection could be opened. */
final class OpeningFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ChannelProblem problem;
    private final boolean lasting;

    /** @param lasting whether it stays so until somebody changes something */
    OpeningFailed(ChannelProblem problem, boolean lasting) {
        super(problem.problem(), null, false, false);
        this.problem = problem;
        this.lasting = lasting;
    }

    ChannelProblem problem() {
        return problem;
    }

    boolean isLasting() {
        return lasting;
    }
}
