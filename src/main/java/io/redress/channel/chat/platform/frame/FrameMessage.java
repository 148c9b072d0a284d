package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a frame brings of customers.
 *
 * @param original the bytes that {@code body} was read from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FrameMessage(ObjectNode body, byte[] original) {}
