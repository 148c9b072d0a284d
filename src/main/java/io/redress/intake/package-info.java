/** Arrivals at channels, as normalizers give them on: complaints, chat messages, and what becomes no ticket. */
package io.redress.intake;
