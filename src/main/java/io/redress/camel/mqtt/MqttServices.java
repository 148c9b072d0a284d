package io.redress.camel.mqtt;

import io.redress.channel.ChannelProblems;
import io.redress.handoff.IntakeBackPressure;

/**
 * What all connections to brokers share.
 *
 * @param node names this hub to a broker: the same over restarts, and another one on each node
 */
public record MqttServices(ChannelProblems problems, IntakeBackPressure backPressure, String node) {}
