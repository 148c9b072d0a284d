package io.redress.camel.chat;

import io.redress.channel.chat.platform.stream.PlatformStream;
import io.redress.channel.chat.platform.stream.StreamServices;
import io.redress.channel.chat.platform.stream.StreamTiming;
import java.time.Duration;
import java.util.Objects;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** A channel whose messages come through a connection that the hub opens. */
public final class ChatStreamEndpoint extends DefaultEndpoint {

    private final String channel;
    private String platform = "";
    private Duration quietTime = Duration.ZERO;
    private int maxBytes = 1 << 20;
    private @Nullable StreamServices services;
    private long timeLimit = 10_000;
    private long heartbeat = 30_000;

    ChatStreamEndpoint(String uri, ChatStreamComponent component, String channel) {
        super(uri, component);
        this.channel = channel;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("messages to customers go by kamelet:chat-sink");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new ChatStreamConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    /** The channel's end, as its platform's file and its settings are. */
    PlatformStream stream() {
        return new PlatformStream(
                services().platforms(), services().settings(), platform, channel, quietTime, maxBytes);
    }

    StreamTiming timing() {
        return StreamTiming.of(Duration.ofMillis(timeLimit), Duration.ofMillis(heartbeat));
    }

    StreamServices services() {
        return Objects.requireNonNull(services, "option services");
    }

    public void setPlatform(String platform) {
        this.platform = platform;
    }

    public void setQuietTime(Duration quietTime) {
        this.quietTime = quietTime;
    }

    public void setMaxBytes(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    public void setServices(StreamServices services) {
        this.services = services;
    }

    public void setTimeLimit(long timeLimit) {
        this.timeLimit = timeLimit;
    }

    public void setHeartbeat(long heartbeat) {
        this.heartbeat = heartbeat;
    }
}
