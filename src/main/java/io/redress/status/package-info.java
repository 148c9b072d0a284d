/** What a customer sees of a ticket, and the signed link to it. */
package io.redress.status;
