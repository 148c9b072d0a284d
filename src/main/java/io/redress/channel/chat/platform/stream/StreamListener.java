package io.redress.channel.chat.platform.stream;

/** Hears what streams do, for counting. */
public interface StreamListener {

    /** What became of a frame. */
    enum Outcome {
        HANDED_OFF,
        ANSWERED,
        REFUSED,
        FAILED
    }

    /** Hears nothing. */
    StreamListener NONE = new StreamListener() {
        @Override
        public void opened(String channel) {}

        @Override
        public void frame(String channel, Outcome outcome) {}
    };

    /** A connection is open. */
    void opened(String channel);

    void frame(String channel, Outcome outcome);
}
