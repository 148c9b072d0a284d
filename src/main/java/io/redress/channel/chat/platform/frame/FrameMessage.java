package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The message of a frame.
 *
 * @param original the bytes that {@code body} was read from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FrameMessage(ObjectNode body, byte[] original) {}
