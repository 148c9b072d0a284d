package io.redress.intake.recording;

import io.redress.intake.MediaReference;
import io.redress.intake.RawMessage;
import java.util.List;

/** What else a message on a chat platform causes; runs inside the recorder's transaction. */
public interface ChatMessageListener {

    /** A customer wrote: what may be sent on the platform is counted from now on. */
    void heard(RawMessage raw, List<String> handles);

    /** Has the files of a message fetched, for the ticket that it belongs to. */
    void fetch(String ticketNumber, RawMessage raw, List<MediaReference> media);
}
