package io.redress.survey;

/** Whether a survey is sent. */
sealed interface Decision {

    record Send(Way way) implements Decision {}

    /** @param why for the ticket's history, after {@code no survey: } */
    record NotSent(Reason reason, String why) implements Decision {}

    /** Why a survey is not sent. */
    enum Reason {
        OPT_OUT("opt-out"),
        GAP("gap"),
        NOT_SAMPLED("not-sampled"),
        UNREACHABLE("unreachable");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
