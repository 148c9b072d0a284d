package io.redress.delivery.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A dialogue held with answers that a test gives. */
public final class Conversation {

    private Dialogue dialogue;

    public Conversation(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    public Conversation answer(String json) {
        return answer(200, json.replace('\'', '"'));
    }

    public Conversation answer(int status, String body) {
        return answer(status, body, null);
    }

    public Conversation answer(int status, String body, Duration retryAfter) {
        dialogue = dialogue.answered(new Answer(status, body.getBytes(StandardCharsets.UTF_8), retryAfter));
        return this;
    }

    public Request asks() {
        return dialogue.getRequest();
    }

    public Object result() {
        return dialogue.getResult();
    }
}
