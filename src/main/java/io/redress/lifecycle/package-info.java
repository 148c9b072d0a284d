/** The states of a ticket, and which update may lead from one to another. */
package io.redress.lifecycle;
