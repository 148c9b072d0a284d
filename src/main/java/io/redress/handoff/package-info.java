/** The durable hand-off: an arrival is on disk, with its id and its ticket number, before its sender is answered. */
package io.redress.handoff;
