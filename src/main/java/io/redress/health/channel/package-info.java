/** Whether each channel does its work: it runs, can poll, and is not silent for longer than is normal for it. */
@NullMarked
package io.redress.health.channel;

import org.jspecify.annotations.NullMarked;
