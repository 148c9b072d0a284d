/** Takes updates of tickets, decides which apply, and does what follows from them. */
package io.redress.lifecycle.update;
