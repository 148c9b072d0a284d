package io.redress.channel.chat.platform.stream;

/** Where the messages of a stream go. */
@FunctionalInterface
public interface StreamHandOff {

    /**
     * Puts the messages of a frame on disk, all or none.
     *
     * @throws Exception when none is there
     */
    void accept(StreamFrame frame) throws Exception;
}
