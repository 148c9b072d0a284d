/** Sender trust: what a sender may do with a ticket, by how the channel verified who it is ({@code docs/standing.md}). */
package io.redress.standing;
