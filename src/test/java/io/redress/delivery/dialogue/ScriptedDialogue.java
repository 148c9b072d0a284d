package io.redress.delivery.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A dialogue held with answers that a test gives. */
public final class ScriptedDialogue {

    private Dialogue dialogue;

    public ScriptedDialogue(Dialogue dialogue) {
        this.dialogue = dialogue;
    }

    public ScriptedDialogue answer(String json) {
        return answer(200, json.replace('\'', '"'));
    }

    public ScriptedDialogue answer(int status, String body) {
        return answer(status, body, null);
    }

    public ScriptedDialogue answer(int status, String body, Duration retryAfter) {
        dialogue = dialogue.answered(new DialogueResponse(status, body.getBytes(StandardCharsets.UTF_8), retryAfter));
        return this;
    }

    public DialogueRequest asks() {
        return dialogue.getRequest();
    }

    public Object result() {
        return dialogue.getResult();
    }
}
