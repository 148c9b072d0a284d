package io.redress.due;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message for those who read a queue.
 *
 * @param queue a name that the hub or its configuration chose, never one from a message
 * @param body the message; has a member {@code id}, by which a reader can tell a repeat
 */
public record QueueMessage(String queue, JsonNode body) {}
