/** What Camel is given for queues: the Dead Letter Channel, and who sent a message. */
@NullMarked
package io.redress.camel.jms;

import org.jspecify.annotations.NullMarked;
