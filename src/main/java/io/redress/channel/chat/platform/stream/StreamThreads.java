package io.redress.channel.chat.platform.stream;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of one stream.
 *
 * @param scheduler two at least: one may wait for a server
 * @param frames one, so that frames are processed one after the other
 */
public record StreamThreads(ScheduledExecutorService scheduler, ExecutorService frames) {}
