/** Messages that failed or can never become a ticket: the report with reason and remedy. */
package io.redress.failure;
