/** Messages that go out: by which way, or why not, and what follows when one fails. */
package io.redress.reply.outgoing;
